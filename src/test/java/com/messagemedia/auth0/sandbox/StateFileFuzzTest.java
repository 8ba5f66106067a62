package com.messagemedia.auth0.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.testing.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is taken for a sandbox's state: it is one that is written as it was read, or a fault. */
final class StateFileFuzzTest {

    private static Path file;

    @BeforeAll
    static void nameTheFile() throws IOException {
        file = Files.createTempFile("sandbox", ".json");
    }

    @AfterAll
    static void deleteTheFile() throws IOException {
        Files.delete(file);
    }

    static Stream<byte[]> states() {
        return Seeds.texts(
                "{\"version\":1,\"connections\":[{\"id\":\"con_1\",\"name\":\"sms\",\"strategy\":\"sms\",\"options\":{\"from\":\"+61491570156\"}}]}",
                "{\"version\":1,\"connections\":[]}",
                "{\"version\":1,\"connections\":[{\"id\":\"con_1\",\"name\":\"sms\",\"strategy\":\"sms\",\"options\":{\"twilio_token\":\"t\",\"gateway_authentication\":{\"audience\":\"a\"}}}]}",
                "{\"version\":1,\"connections\":[],\"actions\":[{\"id\":\"1\",\"name\":\"a\",\"secrets\":[{\"name\":\"K\",\"value\":\"v\"}]}],"
                        + "\"settings\":{\"modern\":true},\"made\":3,\"changed\":\"2026-01-01T00:00:00Z\"}",
                "{\"version\":2}");
    }

    @MethodSource("states")
    @FuzzTest
    void isATenantOrAFault(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        StateFile state = new StateFile(file);
        try {
            TenantState tenant = state.read().orElseThrow();
            state.write(tenant);
            assertThat(state.read()).contains(tenant);
        } catch (Fault e) {
            assertThat(e).hasNoCause();
        }
    }
}
