package com.messagemedia.auth0.messagemedia;

import com.messagemedia.auth0.connection.Value;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.Header;
import retrofit2.http.POST;
import retrofit2.http.Url;

/** What Auth0 asks of an SMS gateway. */
interface GatewayApi {

    @POST
    Call<ResponseBody> send(@Url String gateway, @Header("Authorization") String bearer, @Body Value message);
}
