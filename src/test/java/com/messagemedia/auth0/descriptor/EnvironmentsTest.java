package com.messagemedia.auth0.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.messagemedia.auth0.delivery.gateway.GatewayDelivery;
import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.descriptor.Validation.Target;
import com.messagemedia.auth0.model.Credentials;
import com.messagemedia.auth0.model.DescriptorException;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import com.messagemedia.auth0.yaml.SourceText;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;

final class EnvironmentsTest {

    private static final String OVERLAID = """
            version: 1
            tenant: {domain: acme-dev.auth0.com, token: "${env.TOKEN}"}
            options:
              template: "Your code is @@password@@"
              totp: {length: 6, time_step: 300}
              non_persistent_attrs: [a, b]
              upstream_params: {screen_name: {alias: login_hint}}
            remove: [messaging_service_sid]
            onConflict: overwrite
            environments:
              dev:
              prod:
                protected: true
                tenant: {domain: acme.auth0.com}
                options:
                  totp: {length: 8}
                  non_persistent_attrs: [c]
                  upstream_params: null
                remove: []
                onConflict: {template: keep}
            """;

    @TempDir
    private Path folder;

    private final DescriptorReader reader = Readers.of(new Surroundings().with("env.TOKEN", "token"));

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("d.yaml"), yaml);
    }

    private Descriptor read(String environment) throws IOException {
        return reader.read(write(OVERLAID), Optional.of(environment));
    }

    @Test
    void mergesObjectsAndReplacesListsAndScalars() throws IOException {
        Descriptor prod = read("prod");

        assertThat(prod.tenant().domain()).isEqualTo("acme.auth0.com");
        assertThat(prod.tenant().credentials()).isInstanceOf(Credentials.Token.class);
        assertThat(prod.desired().leaves())
                .containsEntry(OptionPaths.TOTP_LENGTH, new Value.Numeral("8"))
                .containsEntry(FieldPath.of("totp", "time_step"), new Value.Numeral("300"))
                .containsEntry(FieldPath.of("non_persistent_attrs"), new Value.Array(List.of(Value.of("c"))))
                .containsEntry(FieldPath.of("upstream_params"), Value.Null.NULL)
                .containsEntry(OptionPaths.TEMPLATE, Value.of("Your code is @@password@@"))
                .hasSize(5);
        assertThat(prod.removals()).isEmpty();
        assertThat(prod.onConflict().fallback().name()).isEqualTo("FAIL");
        assertThat(prod.protectedEnvironment()).isTrue();
        assertThat(prod).hasToString("d.yaml, environment prod");
    }

    @Test
    void leavesTheFileAsItIsForAnEmptyEnvironment() throws IOException {
        Descriptor dev = read("dev");

        assertThat(dev.environment()).contains("dev");
        assertThat(dev.protectedEnvironment()).isFalse();
        assertThat(dev.tenant().domain()).isEqualTo("acme-dev.auth0.com");
        assertThat(dev.desired().get(OptionPaths.TOTP_LENGTH)).contains(new Value.Numeral("6"));
        assertThat(dev.onConflict().fallback().name()).isEqualTo("OVERWRITE");
    }

    @Test
    void remembersTheLineOfTheOverlay() throws IOException {
        assertThat(read("prod").origins().get(OptionPaths.TOTP_LENGTH)).hasToString("d.yaml:16:22");
        assertThat(read("dev").origins().get(OptionPaths.TOTP_LENGTH)).hasToString("d.yaml:5:18");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none | d.yaml:10:1: environments are defined, but none is chosen; the file has: dev, prod"
                        + " | Choose one with -Dmessagemedia.environment=<name>.",
                "prd | d.yaml:10:1: environments do not include prd; the file has: dev, prod | Did you mean prod?",
                "test | d.yaml:10:1: environments do not include test; the file has: dev, prod"
                        + " | Choose one of these with -Dmessagemedia.environment=<name>.",
            })
    void wantsOneOfThemChosen(String choice, String headline, String remedy) throws IOException {
        Path file = write(OVERLAID);

        assertThatExceptionOfType(DescriptorException.class)
                .isThrownBy(() -> reader.read(file, Optional.ofNullable(choice)))
                .satisfies(refused -> assertThat(refused.diagnostics())
                        .singleElement()
                        .satisfies(found -> assertThat(found.headline()).isEqualTo(headline))
                        .satisfies(found -> assertThat(found.remedy()).isEqualTo(remedy)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", environments: {}"})
    void refusesAChoiceWhereThereIsNone(String none) throws IOException {
        Path file = write("{version: 1, tenant: {domain: sandbox}, options: {name: SMS}" + none + "}");

        assertThatExceptionOfType(DescriptorException.class)
                .isThrownBy(() -> reader.read(file, Optional.of("prod")))
                .satisfies(refused ->
                        assertThat(Rendered.of(refused.diagnostics())).isEqualTo("""
                                d.yaml: has no environments, but prod was chosen
                                  Leave out -Dmessagemedia.environment, or add environments to the file.
                                """));
    }

    @Test
    void checksEveryEnvironmentOfflineAndOneWhereItIsChosen() throws IOException {
        Path file = write(OVERLAID.replace("{domain: acme.auth0.com}", "{domain: https://acme.auth0.com}"));

        assertThat(reader.validate(file, Optional.empty()).hasErrors()).isTrue();
        assertThat(reader.validate(file, Optional.of("prod")).hasErrors()).isTrue();
        assertThat(reader.validate(file, Optional.of("dev")).hasErrors()).isFalse();
    }

    @Test
    void tellsWhatEachEnvironmentComesTo() throws IOException {
        Path file = write(OVERLAID.replace("acme-dev.auth0.com", "\"${env.DOMAIN}\""));
        Validation validation = reader.validate(file, Optional.empty());

        assertThat(validation.environments()).containsExactly("dev", "prod");
        assertThat(validation.targets())
                .containsExactly(
                        new Target(Optional.of("dev"), Optional.of("${env.DOMAIN}"), "sms"),
                        new Target(Optional.of("prod"), Optional.of("acme.auth0.com"), "sms"));
    }

    @Test
    void doesNotShowWhatComesFromOutside() throws IOException {
        DescriptorReader informed =
                Readers.of(new Surroundings().with("env.TOKEN", "token").with("env.DOMAIN", "hidden.auth0.com"));
        Path file = write(OVERLAID.replace("acme-dev.auth0.com", "\"${env.DOMAIN}\""));

        assertThat(informed.validate(file, Optional.of("dev")).targets())
                .containsExactly(new Target(Optional.of("dev"), Optional.of("${env.DOMAIN}"), "sms"));
    }

    @Test
    void doesNotJudgeTheSecretsOfOtherEnvironments() throws IOException {
        String yaml = OVERLAID.replace("protected: true", "messageMedia: {server: nowhere, from: Acme}");

        assertThat(reader.read(write(yaml), Optional.of("dev")).connection()).isEqualTo("sms");
    }

    /** Several rules ask for it, and with hundreds of environments it takes most of the time. */
    @Test
    void theDocumentOfAnEnvironmentIsMergedOnce() {
        String yaml =
                "version: 1\ntenant: {domain: \"${messagemedia.environment}.example\"}\nrollout: {waves: [[a], [b]]}\n"
                        + "environments: {a: &shared {owner: team}, b: *shared}\n";
        Field document = Field.document((MappingNode) new Yaml().compose(new StringReader(yaml)));
        Environments environments = new Environments(
                document, new ReferenceResolver(new Surroundings()), DeliveryChoices.of(new GatewayDelivery().rules()));
        List<Field> overlays = environments.overlays();
        Field first = environments.merged(overlays.get(0));
        Field second = environments.merged(overlays.get(1));
        assertThat(environments.merged(overlays.get(0))).isSameAs(first);
        assertThat(first.at(List.of("tenant", "domain")).flatMap(Field::text)).contains("a.example");
        assertThat(second.at(List.of("tenant", "domain")).flatMap(Field::text)).contains("b.example");
        assertThat(first.members()).extracting(Field::last).containsExactly("version", "tenant", "owner");
        // What no environment changes is one node for all of them.
        assertThat(first.member("version").map(Field::value))
                .isEqualTo(second.member("version").map(Field::value));
    }

    /** A list of 498 texts under 499 empty environments: 499 times 500 values, and the 500 of the environments. */
    private static Runnable sizeCheck(String text) {
        String yaml = "list: [" + text + ", a".repeat(497) + "]\nenvironments: {"
                + IntStream.range(0, 499)
                        .mapToObj(number -> "e" + number + ": ")
                        .collect(Collectors.joining(", "))
                + "}\n";
        Field document = Field.document((MappingNode) new Yaml().compose(new StringReader(yaml)));
        Findings findings = new Findings(new SourceText("d.yaml", SourceText.split(yaml), false, line -> line));
        return () -> new Environments(
                        document,
                        new ReferenceResolver(new Surroundings()),
                        DeliveryChoices.of(new GatewayDelivery().rules()))
                .refuseSize(findings);
    }

    @Test
    void countsTheValuesOfAllOfThemAndLongTextsAsSeveral() {
        assertThatNoException().isThrownBy(() -> sizeCheck("a".repeat(63)).run());
        assertThatExceptionOfType(DescriptorException.class)
                .isThrownBy(() -> sizeCheck("a".repeat(64)).run())
                .satisfies(refused ->
                        assertThat(Rendered.of(refused.diagnostics())).isEqualTo("""
                                d.yaml:2:1: the environments together have more than 250000 values
                                  Split the file: one file for each group of tenants.
                                """));
    }
}
