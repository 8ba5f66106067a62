package com.messagemedia.auth0.messagemedia;

import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Headers;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** The calls of MessageMedia's API that only read and cost nothing. */
interface MessageMediaApi {

    @Headers("Accept: application/json")
    @GET("v1/messages/{id}")
    Call<ResponseBody> message(@Header("Authorization") String basic, @Path("id") String id);

    @Headers("Accept: application/json")
    @GET("v1/messaging/numbers/sender_address/addresses")
    Call<ResponseBody> senders(
            @Header("Authorization") String basic,
            @Query("page_size") int size,
            @Query("sender_address") @Nullable String part);
}
