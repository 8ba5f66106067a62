package com.messagemedia.auth0.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.delivery.phone.PhonePaths;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.schema.DescriptorSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples are what people copy: they are right, and they show everything. */
final class ConfigExamplesTest {

    private static final Path EXAMPLES = Path.of("config-examples");
    private static final String FIRST_LINE = "# yaml-language-server: $schema="
            + "https://messagemedia.github.io/messagemedia-maven-plugin/schema/messagemedia-auth0-1.schema.json";

    private final DescriptorReader reader = Readers.of(new Surroundings());

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void areAllThere() throws IOException {
        assertThat(examples())
                .map(file -> EXAMPLES.relativize(file).toString().replace('\\', '/'))
                .contains(
                        "environments.yaml",
                        "every-option.yaml",
                        "minimal.yaml",
                        "original-gateway.yaml",
                        "phone-provider.yaml",
                        "sandbox/messagemedia-auth0.yaml",
                        "sandbox-fleet/messagemedia-auth0.yaml",
                        "sandbox-page/messagemedia-auth0.yaml",
                        "sandbox-phone-provider/messagemedia-auth0.yaml");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void haveNoFaultAndNoWarning(Path example) {
        assertThat(Rendered.of(reader.validate(example, Optional.empty()).diagnostics()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void tellEditorsTheirSchema(Path example) throws IOException {
        assertThat(Files.readAllLines(example)).first().isEqualTo(FIRST_LINE);
    }

    @Test
    void showEveryKeyOfTheFormat() throws IOException {
        String text = Files.readString(EXAMPLES.resolve("every-option.yaml"))
                + Files.readString(EXAMPLES.resolve("phone-provider.yaml"));
        List<String> keys = new ArrayList<>();
        List<String> template = List.of("phoneProvider", "templates", "otp_verify");
        for (List<String> section : List.of(
                List.<String>of(), List.of("tenant"), List.of("messageMedia"), List.of("phoneProvider"), template)) {
            keys.addAll(DescriptorSchema.get().keys(section));
        }

        assertThat(keys)
                .hasSizeGreaterThan(20)
                .allSatisfy(key -> assertThat(text).contains(key + ":"));
    }

    @Test
    void letTheSandboxBeUsedWithoutAnySecret() {
        Descriptor descriptor = reader.read(EXAMPLES.resolve("sandbox/messagemedia-auth0.yaml"), Optional.empty());

        assertThat(descriptor.tenant().isSandbox()).isTrue();
        assertThat(OptionPaths.text(descriptor.desired(), OptionPaths.SUBJECT)).contains("SandboxApiKey0000000");
        assertThat(descriptor.warnings()).isEmpty();
    }

    @Test
    void letTheSandboxRehearseThePhoneProviderWithoutAnySecret() {
        Descriptor descriptor =
                reader.read(EXAMPLES.resolve("sandbox-phone-provider/messagemedia-auth0.yaml"), Optional.empty());

        assertThat(descriptor.tenant().isSandbox()).isTrue();
        assertThat(descriptor.delivery()).isEqualTo("phoneProvider");
        assertThat(descriptor.desired().get(PhonePaths.API_KEY)).contains(Value.of("SandboxApiKey0000000"));
        assertThat(descriptor.warnings()).isEmpty();
    }

    @Test
    void letTheMinimalFileBeReadWithItsFourVariables() {
        Surroundings surroundings = new Surroundings()
                .with("env.AUTH0_CLIENT_ID", "client")
                .with("env.AUTH0_CLIENT_SECRET", "secret")
                .with("env.MESSAGEMEDIA_API_KEY", "Key0Key0Key0Key0Key0")
                .with("env.MESSAGEMEDIA_API_SECRET", "Secret0Secret0Secret0Secret0Se");

        assertThat(Readers.of(surroundings)
                        .read(EXAMPLES.resolve("minimal.yaml"), Optional.empty())
                        .desired()
                        .leaves())
                .hasSize(8);
    }
}
