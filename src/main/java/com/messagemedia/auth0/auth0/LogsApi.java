package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.model.Value;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Headers;
import retrofit2.http.Query;

/** The operation on a tenant's log of Auth0's Management API v2 that the plugin uses. */
interface LogsApi {

    @Headers("Accept: application/json")
    @GET("api/v2/logs")
    Call<Value> search(
            @Header("Authorization") String bearer,
            @Query("q") String query,
            @Query("sort") String sort,
            @Query("per_page") int size);
}
