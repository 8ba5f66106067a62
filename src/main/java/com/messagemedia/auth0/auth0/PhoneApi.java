package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.model.Value;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Headers;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** The operations on phone providers and their templates of Auth0's Management API v2 that the plugin uses. */
interface PhoneApi {

    @Headers("Accept: application/json")
    @GET("api/v2/branding/phone/providers")
    Call<Value> providers(@Header("Authorization") String bearer);

    @Headers("Accept: application/json")
    @GET("api/v2/logs")
    Call<Value> log(
            @Header("Authorization") String bearer,
            @Query("q") String query,
            @Query("sort") String sort,
            @Query("per_page") int size);

    @Headers("Accept: application/json")
    @GET("api/v2/guardian/factors/phone/message-types")
    Call<Value> messageTypes(@Header("Authorization") String bearer);

    @Headers("Accept: application/json")
    @POST("api/v2/branding/phone/providers")
    Call<Value> create(@Header("Authorization") String bearer, @Body Value provider);

    @Headers("Accept: application/json")
    @PATCH("api/v2/branding/phone/providers/{id}")
    Call<Value> update(@Header("Authorization") String bearer, @Path("id") String id, @Body Value provider);

    @Headers("Accept: application/json")
    @GET("api/v2/branding/phone/templates")
    Call<Value> templates(@Header("Authorization") String bearer);

    @Headers("Accept: application/json")
    @POST("api/v2/branding/phone/templates")
    Call<Value> createTemplate(@Header("Authorization") String bearer, @Body Value template);

    @Headers("Accept: application/json")
    @PATCH("api/v2/branding/phone/templates/{id}")
    Call<Value> updateTemplate(@Header("Authorization") String bearer, @Path("id") String id, @Body Value template);
}
