package com.messagemedia.auth0.messagemedia;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.gateway.GatewayAnswers;
import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.http.ScriptedServer;
import com.messagemedia.auth0.messagemedia.GatewayClient.GatewayMessage;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read out of a gateway's answers. */
class GatewayClientTest {

    private static final HttpSettings HTTP =
            new HttpSettings("messagemedia-maven-plugin/1.0.0", Duration.ofSeconds(5), Optional.empty(), List.of());
    private static final GatewayMessage MESSAGE = new GatewayMessage("+61491570006", "000000", Optional.empty());

    private static Optional<String> fault(boolean published, int status, String body, String type) {
        try (ScriptedServer server = new ScriptedServer().then(status, body, Map.of("Content-Type", type));
                GatewayClient client =
                        GatewayClient.open(URI.create(server.address() + "/messages"), published, HTTP)) {
            return GatewayAnswers.fault(client.send(new Secret("token"), MESSAGE))
                    .map(Fault::problem);
        }
    }

    @Test
    void thePublishedAnswerIsAYes() {
        assertThat(fault(true, 200, "{\"status\":\"sent\"}", "application/json"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html>Welcome</html> | text/html | 200 with text/html",
                "{\"status\":\"unauthorized\"} | application/json | 200 with a JSON object",
                "{} | application/json | 200 with a JSON object",
                "'' | application/json | 200 without a body"
            })
    void anotherAnswerOfMessageMediasAddressIsNone(String body, String type, String found) {
        assertThat(fault(true, 200, body, type))
                .contains("The gateway's address answered " + found
                        + ", which is not the answer of a gateway. It is unknown whether a message was sent.");
    }

    @Test
    void anotherGatewayMaySayWhatItLikesButIsNoWebPage() {
        assertThat(fault(false, 200, "", "text/plain")).isEmpty();
        assertThat(fault(false, 200, "{\"id\":7}", "application/json")).isEmpty();
        assertThat(fault(false, 200, "<html>Welcome</html>", "text/html")).isPresent();
    }

    @Test
    void aStatusThatAuth0RefusesIsNoYesWhateverItSays() {
        assertThat(fault(true, 202, "{\"status\":\"sent\"}", "application/json"))
                .contains("The gateway answered 202, but 200 was expected.");
    }
}
