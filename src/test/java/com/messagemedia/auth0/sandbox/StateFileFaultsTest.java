package com.messagemedia.auth0.sandbox;

import static com.messagemedia.auth0.sandbox.Caller.member;
import static com.messagemedia.auth0.sandbox.Caller.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.testing.Pipe;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A state file that cannot be read or written: the sandbox says so, and leaves it as it is. */
class StateFileFaultsTest {

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"version": 1,                                                    | the JSON document ends too early at $.version
            {"version": 1, "connections": oops}                               | not valid JSON at $.connections
            []                                                                | it is not a sandbox state of version 1
            {"version": 2, "connections": []}                                 | it is not a sandbox state of version 1
            {"version": 1}                                                    | it has no list of connections
            {"version": 1, "connections": ["sms"]}                            | a connection is not an object
            {"version": 1, "connections": [{"id":"con_a","strategy":"sms","options":{}}]} | a connection has no name
            {"version": 1, "connections": [{"id":"con_a","name":"sms","strategy":"sms"}]} | a connection has no options object
            {"version": 1, "connections": [{"id":"a","name":"b","strategy":"sms","options":{},"enabled_clients":{}}]}     | a connection has enabled_clients of another kind
            {"version": 1, "connections": [{"id":"a","name":"b","strategy":"sms","options":{},"enabled_clients":[1]}]}    | a connection has enabled_clients of another kind
            {"version": 1, "connections": [{"id":"a","name":"b","strategy":"sms","options":{},"enabled_clients":null}]}   | a connection has enabled_clients of another kind
            {"version": 1, "connections": [{"id":"a","name":"b","strategy":"sms","options":{},"metadata":[]}]}            | a connection has metadata of another kind
            {"version": 1, "connections": [{"id":"a","name":"b","strategy":"sms","options":{},"metadata":{"k":1}}]}       | a connection has metadata of another kind
            {"version": 1, "connections": [{"id":"a","name":"b","strategy":"sms","options":{},"metadata":"k"}]}           | a connection has metadata of another kind
            {"version": 1, "connections": [{"id":"a","name":"b","strategy":"sms","options":{}},{"id":"a","name":"c","strategy":"sms","options":{}}]} | two connections have the same id
            {"version": 1, "connections": [{"id":"a","name":"c","strategy":"sms","options":{}},{"id":"b","name":"c","strategy":"sms","options":{}}]} | two connections have the same name
            """)
    void brokenFileIsToldAndLeftAsItIs(String content, String problem) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Fault fault = catchThrowableOfType(Fault.class, this::start);
        assertThat(fault).hasMessage("The sandbox's state file " + file + " is not usable: " + problem + ".");
        assertThat(fault.remedy())
                .isEqualTo("Delete the file to start anew from the sandbox's starting tenant, or repair it. It"
                        + " was not changed.");
        assertThat(Files.readString(file)).isEqualTo(content);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void pipeIsToldAndNotWaitedFor() throws IOException {
        Files.createDirectories(file.getParent());
        try (Pipe pipe = new Pipe(file)) {
            assertThat(pipe).isNotNull();
            assertThatThrownBy(this::start).hasMessage("The sandbox's state file " + file + " is not a regular file.");
        }
    }

    @Test
    void fileOfMoreThanTheLimitIsToldAndNotRead() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, " ".repeat(16 * 1024 * 1024 + 1));
        assertThatThrownBy(this::start).hasMessage("The sandbox's state file " + file + " is larger than 16 MiB.");
    }

    @Test
    void fileThatIsNoTextIsTold() throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatThrownBy(this::start).hasMessage("The sandbox's state file " + file + " is not UTF-8 in line 1.");
        Files.delete(file);
        Files.createDirectory(file);
        assertThatThrownBy(this::start).hasMessage("The sandbox's state file " + file + " is a folder.");
    }

    @Test
    void changeThatCannotBeKeptIsNotMade() throws IOException {
        try (Sandbox sandbox = start()) {
            Caller caller = Caller.published(sandbox);
            String before = options(caller.get(Caller.SMS));
            Files.delete(file);
            Files.delete(file.resolveSibling("sandbox.json.writing.lock"));
            Files.delete(file.getParent());
            Files.writeString(file.getParent(), "a file where the folder was");
            HttpResponse<String> reply = caller.patch(Caller.SMS, GATEWAY);
            assertThat(reply.statusCode()).isEqualTo(500);
            assertThat(member(reply, "message"))
                    .isEqualTo(
                            "\"The lock " + file + ".writing.lock could not be acquired (FileAlreadyExistsException)."
                                    + " Check that its folder exists, is writable and supports locks.\"");
            Files.delete(file.getParent());
            assertThat(options(caller.get(Caller.SMS))).isEqualTo(before);
        }
    }

    @Test
    void fileThatBreaksWhileTheSandboxRunsIsToldAndLeftAsItIs() throws IOException {
        try (Sandbox sandbox = start()) {
            Files.writeString(file, "[]");
            HttpResponse<String> reply = Caller.published(sandbox).patch(Caller.SMS, GATEWAY);
            assertThat(reply.statusCode()).isEqualTo(500);
            assertThat(member(reply, "message"))
                    .startsWith("\"The sandbox's state file " + file + " is not usable: it is not a sandbox state");
            assertThat(Files.readString(file)).isEqualTo("[]");
        }
    }
}
