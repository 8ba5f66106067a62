package com.messagemedia.auth0.http;

import java.io.IOException;
import java.net.ProtocolException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Stands between OkHttp and the connection. Marks a failure from here on as one after which the request may have arrived, and
 * keeps OkHttp from repeating a request on its own, which it does whatever {@code retryOnConnectionFailure} says: after "503, try
 * again after 0 seconds", and after a 407, which it would answer with the proxy's password. A proxy's own 407 answers the
 * CONNECT before the request and never comes here.
 */
final class SentRequests implements Interceptor {

    private static final int PROXY_LOGIN_REQUIRED = 407;
    private static final int UNAVAILABLE = 503;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = answer(chain);
        if (response.code() == PROXY_LOGIN_REQUIRED) {
            response.close();
            throw new LostReplyException(new NoHttpAnswerException());
        }
        String wait = response.header("Retry-After");
        if (response.code() == UNAVAILABLE && wait != null && wait.matches("0+")) {
            return response.newBuilder().header("Retry-After", "1").build();
        }
        return response;
    }

    @SuppressWarnings("UnusedException") // Its message quotes what came.
    private static Response answer(Chain chain) throws IOException {
        try {
            return chain.proceed(chain.request());
        } catch (ProtocolException e) {
            throw new LostReplyException(new NoHttpAnswerException());
        } catch (IOException e) {
            throw new LostReplyException(e);
        }
    }
}
