package com.messagemedia.auth0.management;

import com.messagemedia.auth0.connection.Value;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.Headers;
import retrofit2.http.POST;

/** The part of Auth0's Authentication API that sends a code. */
interface PasswordlessApi {

    @Headers("Accept: application/json")
    @POST("passwordless/start")
    Call<ResponseBody> start(@Body Value request);
}
