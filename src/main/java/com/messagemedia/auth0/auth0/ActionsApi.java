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

/** The operations on Actions of Auth0's Management API v2 that the plugin uses. */
interface ActionsApi {

    @Headers("Accept: application/json")
    @GET("api/v2/actions/actions")
    Call<Value> actions(
            @Header("Authorization") String bearer,
            @Query("triggerId") String triggerId,
            @Query("per_page") int perPage,
            @Query("page") @Nullable Integer page);

    @Headers("Accept: application/json")
    @GET("api/v2/actions/actions/{id}")
    Call<Value> action(@Header("Authorization") String bearer, @Path("id") String id);

    @Headers("Accept: application/json")
    @POST("api/v2/actions/actions")
    Call<Value> create(@Header("Authorization") String bearer, @Body Value action);

    @Headers("Accept: application/json")
    @PATCH("api/v2/actions/actions/{id}")
    Call<Value> update(@Header("Authorization") String bearer, @Path("id") String id, @Body Value action);

    @Headers("Accept: application/json")
    @POST("api/v2/actions/actions/{id}/deploy")
    Call<Value> deploy(@Header("Authorization") String bearer, @Path("id") String id);

    @Headers("Accept: application/json")
    @GET("api/v2/actions/actions/{id}/versions")
    Call<Value> versions(
            @Header("Authorization") String bearer,
            @Path("id") String id,
            @Query("per_page") int perPage,
            @Query("page") @Nullable Integer page);

    @Headers("Accept: application/json")
    @POST("api/v2/actions/actions/{id}/versions/{version}/deploy")
    Call<Value> deployVersion(
            @Header("Authorization") String bearer,
            @Path("id") String id,
            @Path("version") String version,
            @Body Value choice);

    @Headers("Accept: application/json")
    @GET("api/v2/actions/triggers/{trigger}/bindings")
    Call<Value> bindings(
            @Header("Authorization") String bearer,
            @Path("trigger") String trigger,
            @Query("per_page") int perPage,
            @Query("page") @Nullable Integer page);

    @Headers("Accept: application/json")
    @PATCH("api/v2/actions/triggers/{trigger}/bindings")
    Call<Value> bind(@Header("Authorization") String bearer, @Path("trigger") String trigger, @Body Value bindings);
}
