package com.messagemedia.auth0.apply;

import static com.messagemedia.auth0.testing.Rehearsal.LIST;
import static com.messagemedia.auth0.testing.Rehearsal.MESSAGE_MEDIA;
import static com.messagemedia.auth0.testing.Rehearsal.SMS;
import static com.messagemedia.auth0.testing.Rehearsal.TOKEN;
import static com.messagemedia.auth0.testing.Rehearsal.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Moment;
import com.messagemedia.auth0.testing.Moment.Fate;
import com.messagemedia.auth0.testing.Rehearsal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CreationTest {

    private static final String CREATE = "createIfMissing: true\n";
    private static final String POST = "POST /api/v2/connections";

    @TempDir
    private Path folder;

    private Rehearsal rehearsal(SandboxSettings settings) {
        Rehearsal rehearsal = Rehearsal.in(folder, settings).describe(CREATE, MESSAGE_MEDIA);
        rehearsal.sandbox().tenant().remove(SMS);
        return rehearsal;
    }

    private Rehearsal rehearsal() {
        return rehearsal(SandboxSettings.inMemory());
    }

    @Test
    void missingConnectionIsMadeWithItsRecord() {
        try (Rehearsal rehearsal = rehearsal()) {
            assertThat(rehearsal.plan().creates()).isTrue();
            rehearsal.requests();
            assertThat(rehearsal.apply().resetByAuth0()).containsExactly(FieldPath.of("brute_force_protection"));
            assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST, POST);
            assertThat(rehearsal.wire().lastBody().members())
                    .containsOnlyKeys("name", "strategy", "options", "metadata");
            rehearsal.assertStable(Choices.NONE);
            assertThat(rehearsal.live("provider")).isEqualTo("\"sms_gateway\"");
            assertThat(rehearsal.metadata()).containsOnlyKeys("messagemedia_default");
        }
    }

    @Test
    void recordFileNamesTheNewConnection() {
        try (Rehearsal rehearsal = rehearsal().describe(CREATE, "state: file\n", MESSAGE_MEDIA)) {
            rehearsal.applyTwice();
            assertThat(rehearsal.wire().lastBody().members()).containsOnlyKeys("name", "strategy", "options");
        }
    }

    @Test
    void connectionThatCouldNotSendIsNotMade() {
        try (Rehearsal rehearsal = rehearsal()) {
            rehearsal.describe(CREATE);
            assertThat(rehearsal.refused())
                    .hasMessage("The plan has options that the plugin refuses to send. Nothing was written.");
            rehearsal.describe(CREATE, "options: {name: ours}\n");
            assertThat(rehearsal.refused())
                    .hasMessage("The plan has options that the plugin refuses to send. Nothing was written.");
        }
    }

    @Test
    void missingScopeToCreateIsNamedBeforeAnythingIsWritten() {
        Set<String> scopes = new HashSet<>(SandboxSettings.ALL_SCOPES);
        scopes.remove("create:connections");
        try (Rehearsal rehearsal = rehearsal(SandboxSettings.inMemory().withScopes(scopes))) {
            Fault fault = rehearsal.refused();
            assertThat(fault)
                    .hasMessage("The token for " + rehearsal.sandbox().address()
                            + " lacks the scope create:connections. Nothing was written.");
            assertThat(fault.remedy())
                    .isEqualTo(
                            "Grant create:connections to the client: in the Auth0 dashboard open Applications > APIs >"
                                    + " Auth0 Management API > Machine to Machine Applications, open the client, tick it and"
                                    + " press Update.");
            assertThat(rehearsal.requests()).doesNotContain(POST);
        }
    }

    @Test
    void missingConnectionIsRefusedByDefault() {
        try (Rehearsal rehearsal = rehearsal().describe(MESSAGE_MEDIA)) {
            Fault none = rehearsal.refused();
            assertThat(none)
                    .hasMessage("The tenant " + rehearsal.sandbox().address()
                            + " has no SMS connection \"sms\". It has no SMS connection at all.");
            assertThat(none.remedy())
                    .isEqualTo("Switch SMS on in the Auth0 dashboard under Authentication > Passwordless, or write"
                            + " \"createIfMissing: true\" to create it.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "SMS"})
    void missingConnectionListsThoseThereAre(String name) {
        try (Rehearsal rehearsal = Rehearsal.in(folder)) {
            rehearsal.describe("connection: " + name + "\n", MESSAGE_MEDIA);
            addConnection(rehearsal, "con_Second0000000000", "second");
            Fault fault = rehearsal.refused();
            assertThat(fault)
                    .hasMessage("The tenant " + rehearsal.sandbox().address() + " has no SMS connection \"" + name
                            + "\". It has sms (con_SandboxSms000000), second (con_Second0000000000).");
            assertThat(fault.remedy())
                    .isEqualTo(
                            "Write one of these as \"connection\", or write \"createIfMissing: true\" to create it.");
        }
    }

    @Test
    void idThatIsMissingIsNeverCreated() {
        try (Rehearsal rehearsal = rehearsal()) {
            rehearsal.describe("connection: con_Missing000000000\n", CREATE, MESSAGE_MEDIA);
            Fault fault = rehearsal.refused();
            assertThat(fault.problem()).contains("has no SMS connection \"con_Missing000000000\"");
            assertThat(fault.remedy())
                    .isEqualTo("Switch SMS on in the Auth0 dashboard under Authentication > Passwordless.");
        }
    }

    @Test
    void connectionIsFoundByItsId() {
        try (Rehearsal rehearsal = Rehearsal.in(folder)) {
            rehearsal.describe("connection: " + SMS + "\n", MESSAGE_MEDIA).applyTwice();
            assertThat(rehearsal.live("provider")).isEqualTo("\"sms_gateway\"");
        }
    }

    @Test
    void connectionOfAnotherStrategyIsNotFound() {
        try (Rehearsal rehearsal = Rehearsal.in(folder)) {
            rehearsal.describe("connection: con_SandboxDatabase0\n", MESSAGE_MEDIA);
            assertThat(rehearsal.refused().problem()).endsWith("It has sms (con_SandboxSms000000).");
        }
    }

    @Test
    void nameThatIsAnothersIdIsAmbiguous() {
        try (Rehearsal rehearsal = Rehearsal.in(folder)) {
            rehearsal.describe("connection: " + SMS + "\n", MESSAGE_MEDIA);
            addConnection(rehearsal, "con_Second0000000000", SMS);
            Fault fault = rehearsal.refused();
            assertThat(fault)
                    .hasMessage("The tenant " + rehearsal.sandbox().address() + " has 2 SMS connections with the"
                            + " name or id \"" + SMS + "\": sms (con_SandboxSms000000),"
                            + " con_SandboxSms000000 (con_Second0000000000).");
        }
    }

    private static void addConnection(Rehearsal rehearsal, String id, String name) {
        rehearsal.sandbox().tenant().add((Tree) json(
                "{\"id\":\"" + id + "\",\"name\":\"" + name + "\",\"strategy\":\"sms\",\"options\":{\"from\":\"x\"}}"));
    }

    @Test
    void lostReplyToACreationIsSettled() {
        try (Rehearsal rehearsal = rehearsal()) {
            rehearsal.wire().once(Moment.of(POST, Fate.REPLY_LOST));
            assertThat(rehearsal.applyTwice().settled()).isTrue();
        }
    }

    @Test
    void refusedCreationThatIsThereIsSettled() {
        try (Rehearsal rehearsal = rehearsal()) {
            rehearsal.wire().once(Moment.of(POST, Fate.REPLY_FORBIDDEN));
            assertThat(rehearsal.applyTwice().settled()).isTrue();
        }
    }

    @Test
    void refusedCreationThatIsNotThereWroteNothing() {
        try (Rehearsal rehearsal = rehearsal()) {
            rehearsal.wire().once(Moment.of(POST, Fate.LIMITED));
            assertThat(rehearsal.refused().problem()).endsWith(" failed: 429 Too Many Requests");
            assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST, POST, LIST);
        }
    }

    @Test
    void lostCreationIsNotKnownToHaveFailed() {
        try (Rehearsal rehearsal = rehearsal()) {
            rehearsal.wire().once(Moment.of(POST, Fate.REQUEST_LOST));
            Fault fault = catchThrowableOfType(Fault.class, rehearsal::apply);
            assertThat(fault)
                    .hasMessage(
                            "Creating connection sms in " + rehearsal.sandbox().address()
                                    + " failed: the connection closed before the complete answer arrived."
                                    + " A second read does not show the connection. Auth0 can list a new"
                                    + " connection late, so it is unknown whether it was created.");
            assertThat(fault.remedy())
                    .isEqualTo("Run the goal again in a minute: it adopts the connection if it exists,"
                            + " otherwise creates it.");
            assertThat(fault.outcome()).isEqualTo(Outcome.UNKNOWN_STATE);
            rehearsal.applyTwice();
        }
    }

    @Test
    void anotherConnectionIsNotTakenForTheOneThatWasLost() {
        try (Rehearsal rehearsal = rehearsal()) {
            addConnection(rehearsal, "con_Second0000000000", "second");
            rehearsal.wire().once(Moment.of(POST, Fate.REQUEST_LOST));
            Fault fault = catchThrowableOfType(Fault.class, rehearsal::apply);
            assertThat(fault.problem()).contains(" A second read does not show the connection. ");
            assertThat(fault.outcome()).isEqualTo(Outcome.UNKNOWN_STATE);
            rehearsal.applyTwice();
            assertThat(rehearsal.sandbox().tenant().connection("second").members())
                    .doesNotContainKey("metadata");
        }
    }

    @Test
    void creationThatSomebodyElseWasFasterWithIsNotRepeated() {
        try (Rehearsal rehearsal = rehearsal()) {
            rehearsal.wire().once(Moment.before(POST, () -> addConnection(rehearsal, "con_Other00000000000", "sms")));
            Fault fault = catchThrowableOfType(Fault.class, rehearsal::apply);
            assertThat(fault.outcome()).isEqualTo(Outcome.NOTHING_WRITTEN);
            assertThat(rehearsal.live("from")).isEqualTo("\"x\"");
        }
    }
}
