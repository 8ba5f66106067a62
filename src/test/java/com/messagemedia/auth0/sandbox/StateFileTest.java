package com.messagemedia.auth0.sandbox;

import static com.messagemedia.auth0.sandbox.Caller.json;
import static com.messagemedia.auth0.sandbox.Caller.member;
import static com.messagemedia.auth0.sandbox.Caller.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.SandboxSettings.MetadataMode;
import com.messagemedia.auth0.sandbox.SandboxSettings.SandboxClient;
import com.messagemedia.auth0.testing.Colleague;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateFileTest {

    private static final String GATEWAY = "{\"options\":{\"provider\":\"sms_gateway\",\"gateway_authentication\":"
            + "{\"method\":\"bearer\",\"subject\":\"" + SandboxCredentials.API_KEY + "\",\"audience\":\""
            + SandboxCredentials.API_SECRET + "\",\"secret\":\"" + SandboxCredentials.GATEWAY_SECRET
            + "\",\"secret_base64_encoded\":false}}}";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("made/on/the/way/sandbox.json");
    }

    private Sandbox start() {
        return Sandbox.start(SandboxSettings.keptIn(file));
    }

    @Test
    void secondRunFindsWhatTheFirstOneLeft() {
        List<Tree> left;
        try (Sandbox first = start()) {
            Caller caller = Caller.published(first);
            assertThat(caller.patch(Caller.SMS, GATEWAY).statusCode()).isEqualTo(200);
            assertThat(caller.patch(Caller.SMS_CLIENTS, "[{\"client_id\":\"new\",\"status\":true}]")
                            .statusCode())
                    .isEqualTo(204);
            assertThat(caller.post("/api/v2/connections", "{\"name\":\"b\",\"strategy\":\"sms\"}")
                            .statusCode())
                    .isEqualTo(201);
            left = first.tenant().connections();
        }
        try (Sandbox second = start()) {
            assertThat(second.tenant().connections()).isEqualTo(left).hasSize(3);
            assertThat(options(Caller.published(second).get(Caller.SMS))).contains(SandboxCredentials.API_KEY);
        }
    }

    @Test
    void entryOfMetadataThatIsNullIsKeptFromRunToRun() {
        List<Tree> left;
        SandboxSettings settings = SandboxSettings.keptIn(file).withMetadataMode(MetadataMode.REPLACE);
        try (Sandbox first = Sandbox.start(settings)) {
            Caller caller = Caller.published(first);
            assertThat(caller.patch(Caller.SMS, "{\"metadata\":{\"a\":null,\"b\":\"2\"}}")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(caller.post(
                                    "/api/v2/connections",
                                    "{\"name\":\"b\",\"strategy\":\"sms\",\"metadata\":{\"a\":null}}")
                            .statusCode())
                    .isEqualTo(201);
            left = first.tenant().connections();
        }
        try (Sandbox second = Sandbox.start(settings)) {
            assertThat(second.tenant().connections()).isEqualTo(left);
            assertThat(member(Caller.published(second).get(Caller.SMS), "metadata"))
                    .isEqualTo("{\"a\":null,\"b\":\"2\"}");
        }
    }

    @Test
    void firstRunWritesTheStartingTenant() throws IOException {
        start().close();
        assertThat(Files.readString(file))
                .startsWith(
                        "{\n  \"version\": 1,\n  \"about\": \"The tenant of a MessageMedia sandbox. Delete this file to"
                                + " start anew.\",\n  \"connections\": [\n    {\n      \"id\": \"con_SandboxSms000000\",")
                .endsWith("}\n");
        try (var siblings = Files.list(file.getParent())) {
            assertThat(siblings).containsExactlyInAnyOrder(file, file.resolveSibling("sandbox.json.writing.lock"));
        }
    }

    @Test
    void editOfTheFileIsSeenByTheNextRun() throws IOException {
        start().close();
        Files.writeString(file, Files.readString(file).replace("+15550100000", "+15550100001"));
        try (Sandbox next = start()) {
            assertThat(options(Caller.published(next).get(Caller.SMS))).contains("+15550100001");
        }
    }

    @Test
    void onlyItsOwnerReadsTheFile() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        try (Sandbox sandbox = start()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            Caller.published(sandbox).patch(Caller.SMS, GATEWAY);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"twilio_token":"real-secret"}                                                                        | options.twilio_token
            {"twilio_token":["real-secret"]}                                                                      | options.twilio_token
            {"gateway_authentication":{"method":"bearer","audience":"real-secret","secret":"MessageMedia"}}       | options.gateway_authentication.audience
            {"gateway_authentication":{"method":"bearer","audience":"MessageMedia","secret":"real-secret"}}       | options.gateway_authentication.secret
            {"gateway_authentication":{"method":"bearer","audience":"MessageMedia","secret":"MessageMedia","subject":"real-secret"}} | options.gateway_authentication.subject
            {"gateway_authentication":{"method":"bearer","audience":"MessageMedia","secret":"MessageMedia","key":"real-secret"}}     | options.gateway_authentication.key
            {"gateway_authentication":{"method":"bearer","audience":"MessageMedia","secret":"MessageMedia","key":{"a":12345}}}       | options.gateway_authentication.key.a
            """)
    void refusesToStoreACredentialThatIsNotPublished(String options, String place) throws IOException {
        try (Sandbox sandbox = start()) {
            String before = Files.readString(file);
            String message = "The sandbox keeps its state in a file and takes only the published dummy credentials: "
                    + place + " contains another one.";
            HttpResponse<String> patch = Caller.published(sandbox).patch(Caller.SMS, "{\"options\":" + options + "}");
            assertThat(patch.body())
                    .isEqualTo("{\"statusCode\":400,\"error\":\"Bad Request\",\"message\":\"" + message
                            + "\",\"errorCode\":\"invalid_body\"}");
            assertThat(patch.statusCode()).isEqualTo(400);
            HttpResponse<String> post = Caller.published(sandbox)
                    .post("/api/v2/connections", "{\"name\":\"b\",\"strategy\":\"sms\",\"options\":" + options + "}");
            assertThat(member(post, "message")).isEqualTo("\"" + message + "\"");
            assertThat(Files.readString(file)).isEqualTo(before);
            assertThat(sandbox.tenant().connections()).hasSize(2);
        }
    }

    @Test
    void editInTheDashboardCannotStoreOneEither() {
        try (Sandbox sandbox = start()) {
            assertThatThrownBy(() -> sandbox.tenant()
                            .edit(
                                    "con_SandboxSms000000",
                                    live -> ObjectBuilder.of(live)
                                            .put("options", json("{\"twilio_token\":\"real-secret\"}"))
                                            .tree()))
                    .isInstanceOf(Fault.class)
                    .hasMessageEndingWith("options.twilio_token contains another one.")
                    .hasMessageNotContaining("real-secret");
        }
    }

    @Test
    void sandboxInMemoryTakesAnyCredential() {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory())) {
            assertThat(Caller.published(sandbox)
                            .patch(Caller.SMS, "{\"options\":{\"twilio_token\":\"real-secret\"}}")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void anotherClientNextToAStateFileIsRefused() {
        SandboxSettings settings = SandboxSettings.keptIn(file);
        SandboxClient other = SandboxClient.of("my-client", "my-secret");
        assertThatThrownBy(() -> settings.withClient(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a sandbox with a state file takes only the published dummy credentials of its client");
    }

    @Test
    void credentialWrittenIntoTheFileByHandIsRefused() throws IOException {
        start().close();
        String edited = Files.readString(file)
                .replace(SandboxCredentials.TWILIO_TOKEN + "\",\n        \"dis", "real-secret\",\n        \"dis");
        assertThat(edited).contains("real-secret");
        Files.writeString(file, edited);
        assertThatThrownBy(this::start)
                .isInstanceOf(Fault.class)
                .hasMessageEndingWith("options.twilio_token contains another one.")
                .hasMessageNotContaining("real-secret");
        assertThat(Files.readString(file)).isEqualTo(edited);
    }

    @Test
    void twoSandboxesOnOneFileHoldOneTenant() {
        try (Sandbox first = start();
                Sandbox second = start()) {
            Caller.published(first).patch(Caller.SMS, "{\"options\":{\"from\":\"first\"}}");
            Caller.published(second).patch(Caller.SMS_CLIENTS, "[{\"client_id\":\"second\",\"status\":true}]");
            Caller.published(first).post("/api/v2/connections", "{\"name\":\"b\",\"strategy\":\"sms\"}");
            assertThat(options(Caller.published(second).get(Caller.SMS))).contains("\"first\"");
            assertThat(Caller.published(first).get(Caller.SMS_CLIENTS).body()).contains("\"second\"");
            assertThat(second.tenant().connections())
                    .isEqualTo(first.tenant().connections())
                    .hasSize(3);
            second.tenant().remove(Colleague.SMS);
            assertThat(Caller.published(first).get(Caller.SMS).statusCode()).isEqualTo(404);
        }
    }
}
