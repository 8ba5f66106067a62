package com.messagemedia.auth0.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.messagemedia.auth0.model.DescriptorException;
import com.messagemedia.auth0.model.Diagnostic;
import com.messagemedia.auth0.testing.Seeds;
import com.messagemedia.auth0.yaml.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a descriptor's file holds: there are diagnostics within the file and without secrets, and nothing else. */
final class DescriptorFuzzTest {

    private static final String PLANTED = "planted-secret-5b1e";
    private static final String OF_ENVIRONMENT = "environment-secret-7d2f";

    /** A secret's key on a line of its own; what stands behind it is replaced by the planted secret. */
    static final Pattern SECRET =
            Pattern.compile("(?m)^( *(?:clientSecret|privateKey|token|apiKey|apiSecret|secret|twilio_token): )HERE$");

    private static final ReferenceLookup SURROUNDINGS = new Surroundings()
            .with("env.AUTH0_CLIENT_ID", "client")
            .with("env.AUTH0_CLIENT_SECRET", OF_ENVIRONMENT)
            .with("env.MESSAGEMEDIA_API_KEY", OF_ENVIRONMENT + "-key")
            .with("env.MESSAGEMEDIA_API_SECRET", OF_ENVIRONMENT + "-other");

    private static Path file;

    @BeforeAll
    static void nameTheFile() throws IOException {
        file = Files.createTempFile("descriptor", ".yaml");
    }

    @AfterAll
    static void deleteTheFile() throws IOException {
        Files.delete(file);
    }

    static Stream<byte[]> descriptors() {
        return Stream.of(
                        Seeds.files("config-examples", ".yaml"),
                        Seeds.files("config-examples", ".yaml").map(DescriptorFuzzTest::withLiteralSecrets),
                        Seeds.files("src/test/resources/descriptor", ".yaml"))
                .flatMap(seeds -> seeds);
    }

    private static byte[] withLiteralSecrets(byte[] example) {
        return text(example)
                .replaceAll("(?m)^( *(?:clientSecret|apiKey|apiSecret): ).*$", "$1HERE")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @MethodSource("descriptors")
    @FuzzTest
    void leadsToDiagnosticsAlone(byte[] content) throws IOException {
        String planted = SECRET.matcher(text(content)).replaceAll("$1" + PLANTED);
        Files.write(file, planted.getBytes(StandardCharsets.ISO_8859_1));
        DescriptorReader reader = Readers.of(SURROUNDINGS);
        Validation validation = reader.validate(file, Optional.empty());
        check(validation.diagnostics());
        assertNoSecret(validation.toString());
        Optional<String> environment = validation.environments().stream().findFirst();
        read(reader, environment);
        if (environment.isPresent()) {
            check(reader.validate(file, environment).diagnostics());
        }
    }

    private static void read(DescriptorReader reader, Optional<String> environment) throws IOException {
        try {
            Descriptor descriptor = reader.read(file, environment);
            check(descriptor.warnings());
            assertNoSecret(descriptor.toString());
        } catch (DescriptorException e) {
            assertThat(e.diagnostics()).anyMatch(Diagnostic::isError);
            assertThat(e).hasNoCause();
            assertNoSecret(e.toString() + e.remedy());
            check(e.diagnostics());
        }
    }

    private static void check(List<Diagnostic> diagnostics) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        List<String> lines = SourceText.split(text.startsWith("\uFEFF") ? text.substring(1) : text);
        for (Diagnostic diagnostic : diagnostics) {
            assertNoSecret(diagnostic + diagnostic.remedy() + diagnostic.sourceLine());
            int line = diagnostic.origin().line();
            int column = diagnostic.origin().column();
            if (line == 0) {
                assertThat(column).isZero();
            } else {
                assertThat(line).as("%s", diagnostic).isBetween(1, lines.size());
                assertThat(column).as("%s", diagnostic).isBetween(1, length(lines.get(line - 1)) + 1);
            }
            assertThat(diagnostic.width()).isPositive();
            diagnostic
                    .sourceLine()
                    .ifPresent(shown ->
                            assertThat(length(shown)).as("%s", diagnostic).isEqualTo(length(lines.get(line - 1))));
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static void assertNoSecret(String text) {
        assertThat(text).doesNotContain(PLANTED).doesNotContain(OF_ENVIRONMENT);
    }
}
