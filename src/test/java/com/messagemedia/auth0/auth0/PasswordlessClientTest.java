package com.messagemedia.auth0.auth0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.messagemedia.auth0.auth0.PasswordlessClient.PasswordlessRefusal;
import com.messagemedia.auth0.auth0.PasswordlessClient.PasswordlessStart;
import com.messagemedia.auth0.http.RawServer;
import com.messagemedia.auth0.http.ScriptedServer;
import com.messagemedia.auth0.model.Fault;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asking for a code. */
class PasswordlessClientTest {

    private static final PasswordlessStart REQUEST =
            new PasswordlessStart("AcmeWebClient", Optional.empty(), "sms", "+61491570006");

    @Test
    void takesTheDocumentedAnswerForSent() {
        try (ScriptedServer server = new ScriptedServer()
                        .then(200, "{\"_id\":\"6a\",\"phone_number\":\"+61491570006\",\"phone_verified\":false}");
                PasswordlessClient client = PasswordlessClient.open(Tenants.at(server.address()), Tenants.SETTINGS)) {
            assertThat(client.start(REQUEST)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | <html>OK</html> | text/html | 200 with text/html",
                "200 | {} | application/json | 200 with a JSON object",
                "200 | 'OK' | application/json | 200 with text that is labelled as JSON but is not JSON",
                "204 | '' | text/html | 204 without a body"
            })
    void takesNoOtherSuccessForSent(int status, String body, String type, String found) {
        try (ScriptedServer server = new ScriptedServer().then(status, body, Map.of("Content-Type", type));
                PasswordlessClient client = PasswordlessClient.open(Tenants.at(server.address()), Tenants.SETTINGS)) {
            assertThatThrownBy(() -> client.start(REQUEST)).isInstanceOfSatisfying(Fault.class, fault -> {
                assertThat(fault.problem())
                        .isEqualTo("Asking " + server.address() + " for a code failed: it answered " + found
                                + ", which is not an answer of Auth0. It is unknown whether a code was sent.");
                assertThat(fault.remedy())
                        .isEqualTo("Check the phone before you try again: each message is charged. Check"
                                + " tenant.domain, and any proxy on the way.");
            });
        }
    }

    @Test
    void handsOnWhatAuth0Refused() {
        try (ScriptedServer server = new ScriptedServer()
                        .then(400, "{\"error\":\"bad.connection\",\"error_description\":\"Connection is disabled\"}");
                PasswordlessClient client = PasswordlessClient.open(Tenants.at(server.address()), Tenants.SETTINGS)) {
            assertThat(client.start(REQUEST))
                    .contains(new PasswordlessRefusal(
                            400,
                            Optional.of("bad.connection"),
                            Optional.of("Connection is disabled"),
                            Optional.empty()));
            assertThat(server.asked())
                    .singleElement()
                    .satisfies(asked -> assertThat(asked.body())
                            .isEqualTo("{\"client_id\":\"AcmeWebClient\",\"connection\":\"sms\","
                                    + "\"phone_number\":\"+61491570006\",\"send\":\"code\"}"));
        }
    }

    @Test
    void saysThatTheCodeMayHaveBeenSentWhereTheAnswerIsLost() throws IOException {
        try (RawServer server = new RawServer("");
                PasswordlessClient client = PasswordlessClient.open(Tenants.at(server.address()), Tenants.SETTINGS)) {
            assertThatThrownBy(() -> client.start(REQUEST)).isInstanceOfSatisfying(Fault.class, fault -> {
                assertThat(fault.problem())
                        .isEqualTo("Asking " + server.address()
                                + " for a code failed: the connection closed before the complete answer arrived.");
                assertThat(fault.remedy())
                        .isEqualTo("The code may have been sent anyway: check the phone before you ask again.");
            });
        }
    }
}
