package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.connection.GatewayHosts;
import com.messagemedia.auth0.connection.OptionPaths;
import com.messagemedia.auth0.connection.Options;
import com.messagemedia.auth0.http.GatewayToken;
import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.http.Loopback;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The tenant's call of the gateway with one message. It never leaves loopback: MessageMedia's own addresses stand for the
 * sandbox's gateway, and no other host is called.
 *
 * @param own the address of the sandbox's own gateway
 */
record GatewayCall(Supplier<URI> own) {

    private static final int NOT_CALLED = 502;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Posts a message and returns the status of the answer; 502 where there is none. */
    @SuppressWarnings("UnusedException") // The tenant's answer names no cause.
    int post(Options options, String recipient, String text) {
        try {
            Draft body = Draft.empty().put("recipient", recipient).put("body", text);
            OptionPaths.text(options, OptionPaths.FROM).ifPresent(from -> body.put("sender", from));
            HttpRequest request = HttpRequest.newBuilder(address(options))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .header(
                            "Authorization",
                            "Bearer " + GatewayToken.sign(options).reveal())
                    .POST(HttpRequest.BodyPublishers.ofString(Json.write(body.tree())))
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | Fault e) {
            return NOT_CALLED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NOT_CALLED;
        }
    }

    private URI address(Options options) throws IOException {
        String url = OptionPaths.text(options, OptionPaths.GATEWAY_URL).orElse("");
        if (GatewayHosts.host(url).filter(GatewayHosts::isKnown).isPresent()) {
            return own.get().resolve(URI.create(url).getRawPath());
        }
        if (GatewayHosts.host(url).isEmpty() || !Loopback.holds(URI.create(url))) {
            throw new IOException("the sandbox calls no host beyond loopback");
        }
        return URI.create(url);
    }
}
