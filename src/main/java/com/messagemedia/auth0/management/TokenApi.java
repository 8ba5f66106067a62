package com.messagemedia.auth0.management;

import com.messagemedia.auth0.connection.Value;
import java.util.Map;
import retrofit2.Call;
import retrofit2.http.FieldMap;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.Headers;
import retrofit2.http.POST;

/** The token endpoint of Auth0's Authentication API. */
interface TokenApi {

    @Headers("Accept: application/json")
    @FormUrlEncoded
    @POST("oauth/token")
    Call<Value> token(@FieldMap Map<String, String> form);
}
