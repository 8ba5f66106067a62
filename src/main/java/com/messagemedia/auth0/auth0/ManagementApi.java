package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.model.Value;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Headers;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** The operations of Auth0's Management API v2 that the plugin uses. */
interface ManagementApi {

    @Headers("Accept: application/json")
    @GET("api/v2/connections")
    Call<Value> connections(
            @Header("Authorization") String bearer,
            @Query("strategy") String strategy,
            @Query("take") int take,
            @Query("from") @Nullable String from);

    @Headers("Accept: application/json")
    @GET("api/v2/connections/{id}")
    Call<Value> connection(@Header("Authorization") String bearer, @Path("id") String id);

    @Headers("Accept: application/json")
    @PATCH("api/v2/connections/{id}")
    Call<Value> update(@Header("Authorization") String bearer, @Path("id") String id, @Body Value patch);

    @Headers("Accept: application/json")
    @POST("api/v2/connections")
    Call<Value> create(@Header("Authorization") String bearer, @Body Value connection);

    @Headers("Accept: application/json")
    @GET("api/v2/connections/{id}/clients")
    Call<Value> clients(
            @Header("Authorization") String bearer,
            @Path("id") String id,
            @Query("take") int take,
            @Query("from") @Nullable String from);

    @Headers("Accept: application/json")
    @GET("api/v2/tenants/settings")
    Call<Value> tenantSettings(@Header("Authorization") String bearer, @Query("fields") String fields);

    @Headers("Accept: application/json")
    @PATCH("api/v2/connections/{id}/clients")
    Call<Void> updateClients(@Header("Authorization") String bearer, @Path("id") String id, @Body Value clients);
}
