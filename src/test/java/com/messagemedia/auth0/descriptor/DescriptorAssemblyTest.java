package com.messagemedia.auth0.descriptor;

import static com.messagemedia.auth0.descriptor.CompleteDescriptor.COMPLETE;
import static com.messagemedia.auth0.descriptor.CompleteDescriptor.KEY;
import static com.messagemedia.auth0.descriptor.CompleteDescriptor.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.model.Credentials;
import com.messagemedia.auth0.model.FieldPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DescriptorAssemblyTest {

    private static final String PEM = "-----BEGIN PRIVATE KEY-----\nhunter2\n-----END PRIVATE KEY-----";

    @TempDir
    private Path folder;

    private final Surroundings surroundings = CompleteDescriptor.surroundings();

    private Descriptor read(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("d.yaml"), yaml);
        return Readers.of(surroundings).read(file, Optional.empty());
    }

    @Test
    void saysWhatEachOptionRefersTo() throws IOException {
        assertThat(read(COMPLETE).sources())
                .containsOnly(
                        entry(OptionPaths.SUBJECT, List.of("${env.MESSAGEMEDIA_API_KEY}")),
                        entry(OptionPaths.AUDIENCE, List.of("${env.MESSAGEMEDIA_API_SECRET}")),
                        entry(OptionPaths.TOTP_LENGTH, List.of("${code.length}")),
                        entry(FieldPath.of("brute_force_protection"), List.of("${protect}")),
                        entry(FieldPath.of("name"), List.of("${env.LABEL}")),
                        entry(FieldPath.of("non_persistent_attrs"), List.of("${env.LABEL}")));
    }

    @Test
    void saysWhichServerOfTheSettingsAnOptionComesFrom() throws IOException {
        surroundings.withServer("mm", KEY, SECRET).with("env.FROM", "Acme");
        Descriptor descriptor =
                read("{version: 1, tenant: {domain: sandbox}, messageMedia: {server: mm, from: \"${env.FROM}\"}}");

        assertThat(descriptor.sources())
                .containsOnly(
                        entry(OptionPaths.SUBJECT, List.of("server mm")),
                        entry(OptionPaths.AUDIENCE, List.of("server mm")),
                        entry(OptionPaths.FROM, List.of("${env.FROM}")));
        assertThat(descriptor.confidential())
                .containsExactlyInAnyOrder(OptionPaths.SUBJECT, OptionPaths.AUDIENCE, OptionPaths.FROM);
    }

    @ParameterizedTest
    @CsvSource({
        "acme.eu.auth0.com, false",
        "127.0.0.1:8080, false",
        "login.acme.example, true",
    })
    void hidesTheHostOfAReferenceUnlessItIsAuth0sOrThisMachine(String host, boolean hidden) throws IOException {
        surroundings.with("env.DOMAIN", host.startsWith("127") ? "http://" + host : host);
        Descriptor descriptor = read("{version: 1, tenant: {domain: \"${env.DOMAIN}\", clientId: a,"
                + " clientSecret: \"${env.AUTH0_CLIENT_SECRET}\"}, options: {name: SMS}}");

        assertThat(descriptor.secretValues().stream().anyMatch(value -> value.endsWith(host)))
                .isEqualTo(hidden);
    }

    @Test
    void doesNotHideTheWordsThatAnOptionTakes() throws IOException {
        surroundings.with("env.SYNTAX", "liquid").with("env.PROTECT", "true");
        Descriptor descriptor = read("{version: 1, tenant: {domain: sandbox}, options: {syntax: \"${env.SYNTAX}\","
                + " brute_force_protection: \"${env.PROTECT}\", template: \"{{ code }}\"}}");

        assertThat(descriptor.secretValues()).isEmpty();
        assertThat(descriptor.confidential())
                .containsExactlyInAnyOrder(FieldPath.of("syntax"), FieldPath.of("brute_force_protection"));
    }

    @Test
    void hidesAPrivateKeyAsItIsWrittenAndAsItIsUsed() throws IOException {
        String oneLine = PEM.replace("\n", "\\n");
        surroundings.with("env.PRIVATE_KEY", oneLine);
        Descriptor descriptor = read("{version: 1, tenant: {domain: a.auth0.com, clientId: abc,"
                + " privateKey: \"${env.PRIVATE_KEY}\"}, options: {name: SMS}}");

        assertThat(descriptor.secretValues()).contains(oneLine, TenantRules.PrivateKeyText.pem(oneLine));
        assertThat(descriptor.tenant().credentials())
                .isInstanceOfSatisfying(
                        Credentials.PrivateKey.class,
                        key -> assertThat(key.algorithm()).isEqualTo(Credentials.Algorithm.RS256));
    }
}
