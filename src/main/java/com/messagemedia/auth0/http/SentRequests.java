package com.messagemedia.auth0.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Stands between OkHttp and the connection. Marks a failure from here on as one after which the request may have arrived,
 * and keeps OkHttp from repeating a request that was answered "503, try again after 0 seconds": it would do so without being
 * asked, whatever {@code retryOnConnectionFailure} says.
 */
final class SentRequests implements Interceptor {

    private static final int UNAVAILABLE = 503;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response;
        try {
            response = chain.proceed(chain.request());
        } catch (IOException e) {
            throw new LostReplyException(e);
        }
        String wait = response.header("Retry-After");
        if (response.code() == UNAVAILABLE && wait != null && wait.matches("0+")) {
            return response.newBuilder().header("Retry-After", "1").build();
        }
        return response;
    }
}
