package com.messagemedia.auth0.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.http.RawServer;
import com.messagemedia.auth0.http.ScriptedServer;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Asking for a code. */
class PasswordlessClientTest {

    private static final PasswordlessStart REQUEST =
            new PasswordlessStart("AcmeWebClient", Optional.empty(), "sms", "+61491570006");

    @Test
    void takesASuccessForOneWhateverItsText() {
        try (ScriptedServer server =
                        new ScriptedServer().then(200, "<html>OK</html>", Map.of("Content-Type", "text/html"));
                PasswordlessClient client = PasswordlessClient.open(Tenants.at(server.address()), Tenants.SETTINGS)) {
            assertThat(client.start(REQUEST)).isEmpty();
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
                                + " for a code failed: the connection broke off before the whole answer came.");
                assertThat(fault.remedy())
                        .isEqualTo("The code may have been sent all the same: look at the phone before you ask"
                                + " again.");
            });
        }
    }
}
