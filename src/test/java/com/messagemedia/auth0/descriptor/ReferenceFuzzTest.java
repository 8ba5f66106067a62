package com.messagemedia.auth0.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.messagemedia.auth0.descriptor.ReferenceLookup.ServerCredentials;
import com.messagemedia.auth0.descriptor.ReferenceResolver.Resolution;
import com.messagemedia.auth0.testing.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a value is: it is resolved once, and what was put in is not looked at again. */
final class ReferenceFuzzTest {

    private static final String BAIT = "${env.SECRET}";

    /** Everything but the secret comes to a text that looks like a reference to the secret. */
    private static final ReferenceLookup LOOKUP = new ReferenceLookup() {
        @Override
        public Optional<String> environment(String name) {
            return Optional.of(name.equals("SECRET") ? "hunter2" : BAIT);
        }

        @Override
        public Optional<String> file(String path) {
            return Optional.of(BAIT + "\n");
        }

        @Override
        public boolean leadsOut(String path) {
            return path.startsWith("/");
        }

        @Override
        public boolean allows(ReferenceName name) {
            return false;
        }

        @Override
        public Optional<String> property(String name) {
            return name.startsWith("none") ? Optional.empty() : Optional.of("}$" + BAIT);
        }

        @Override
        public Optional<ServerCredentials> server(String id) {
            return Optional.empty();
        }
    };

    static Stream<byte[]> values() {
        return Seeds.texts(
                "${env.A}",
                "a $${env.A} ${file:../x} ${project.version} ${none}",
                "${${env.A}}",
                "${a:-b}",
                "$$${",
                "${");
    }

    @MethodSource("values")
    @FuzzTest
    void isResolvedOnce(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Resolution resolution = new ReferenceResolver(LOOKUP).resolve(text);
        boolean asked = text.contains("env.SECRET") || text.contains("hunter2");
        assertThat(asked || !resolution.text().contains("hunter2")).as(text).isTrue();
        assertThat(resolution.missing()).allMatch(name -> name.startsWith("none"));
        if (!text.contains("$")) {
            assertThat(resolution.text()).isEqualTo(text);
        }
    }
}
