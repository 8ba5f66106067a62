package com.messagemedia.auth0.http;

import com.messagemedia.auth0.connection.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/** Answers a proxy that wants to know who asks, once and with Basic authentication; it knows no other scheme. */
final class ProxyLogin implements Authenticator {

    private static final String HEADER = "Proxy-Authorization";

    private final Optional<String> basic;

    ProxyLogin(Optional<ProxySettings> settings) {
        this.basic = settings.flatMap(proxy -> proxy.user()
                .map(user -> Credentials.basic(
                        user, proxy.password().map(Secret::reveal).orElse(""), StandardCharsets.UTF_8)));
    }

    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response) {
        if (basic.isEmpty() || response.request().header(HEADER) != null) {
            return null;
        }
        return response.request().newBuilder().header(HEADER, basic.get()).build();
    }
}
