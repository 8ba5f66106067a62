package com.messagemedia.auth0.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.model.DescriptorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several environments chosen by names, globs and "all". */
final class EnvironmentChoiceTest {

    private static final List<String> NAMES = List.of("dev", "prod-eu", "prod-us", "prod.eu");

    private static final String FILE = """
            version: 1
            messageMedia: {apiKey: SandboxApiKey0000000, apiSecret: SandboxApiSecret00000000000000, from: "+61491570156"}
            environments:
              prod-us: {tenant: {domain: "http://127.0.0.1:1", token: "${env.US}"}}
              dev: {tenant: {domain: "http://127.0.0.1:2", token: "${env.DEV}"}}
              prod-eu: {tenant: {domain: "http://127.0.0.1:3", token: "${env.EU}"}}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dev             | dev
            dev,prod-us     | dev,prod-us
            prod-us, dev    | dev,prod-us
            all             | dev,prod-eu,prod-us,prod.eu
            *               | dev,prod-eu,prod-us,prod.eu
            prod-*          | prod-eu,prod-us
            *-us,prod-*,dev | dev,prod-eu,prod-us
            prod.*          | prod.eu
            PROD-*          | ''
            """)
    void choosesInTheOrderOfTheNames(String text, String chosen) {
        assertThat(String.join(",", EnvironmentChoice.of(Optional.of(text)).among(NAMES)))
                .isEqualTo(chosen);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dev  | false | dev
            dev, | false | dev
            a,b  | true  | ''
            a*   | true  | ''
            all  | true  | ''
            ,    | false | ''
            """)
    void oneNameIsOneEnvironment(String text, boolean several, String single) {
        EnvironmentChoice choice = EnvironmentChoice.of(Optional.of(text));
        assertThat(choice.isSeveral()).isEqualTo(several);
        assertThat(choice.single().orElse("")).isEqualTo(single);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("messagemedia-auth0.yaml"), text);
    }

    private static DescriptorReader reader() {
        return Readers.of(new Surroundings().with("env.EU", "token-of-eu").with("env.US", "token-of-us"));
    }

    @Test
    void theFileIsReadOnceForAllAndOthersReferencesAreNotLookedUp() throws IOException {
        List<Descriptor> read = reader().readAll(file(FILE), EnvironmentChoice.of(Optional.of("prod-*")));
        assertThat(read)
                .extracting(Descriptor::environment)
                .containsExactly(Optional.of("prod-us"), Optional.of("prod-eu"));
    }

    @Test
    void eachNameThatTheFileLacksIsAFault() throws IOException {
        Path file = file(FILE);
        DescriptorException fault = catchThrowableOfType(
                DescriptorException.class,
                () -> reader().readAll(file, EnvironmentChoice.of(Optional.of("prod-eu,prod-uz,qa-*"))));
        assertThat(Rendered.of(fault.diagnostics()))
                .contains("do not include prod-uz, qa-*; the file has: dev, prod-eu, prod-us");
    }

    @Test
    void aReferenceToNothingNamesItsEnvironment() throws IOException {
        Path file = file(FILE);
        DescriptorException fault = catchThrowableOfType(
                DescriptorException.class, () -> reader().readAll(file, EnvironmentChoice.of(Optional.of("all"))));
        assertThat(fault.diagnostics()).singleElement().satisfies(found -> {
            assertThat(found.subject()).isEqualTo("environments.dev.tenant.token");
            assertThat(found.origin().line()).isEqualTo(5);
        });
    }

    @Test
    void noEnvironmentIsCalledAll() throws IOException {
        assertThat(Rendered.of(reader().validate(file(FILE.replace("dev:", "all:")), Optional.empty())
                        .diagnostics()))
                .contains("cannot be the name of an environment: -Dmessagemedia.environment=all chooses all of them");
    }
}
