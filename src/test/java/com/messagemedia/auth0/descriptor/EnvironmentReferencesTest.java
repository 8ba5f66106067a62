package com.messagemedia.auth0.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.messagemedia.auth0.descriptor.ReferenceLookup.NoReferences;
import com.messagemedia.auth0.model.DescriptorException;
import com.messagemedia.auth0.model.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** References in a file with several environments: the reader looks up only what the chosen one needs. */
final class EnvironmentReferencesTest {

    private static final String OF_TWO = """
            version: 1
            tenant: {domain: "${env.DEV_DOMAIN}", server: dev-login}
            messageMedia: {apiKey: "${env.KEY}", apiSecret: "${env.SECRET}", from: Acme}
            environments:
              dev:
                options: {template: "${file:dev.txt} @@code@@"}
              prod:
                tenant: {domain: "${env.PROD_DOMAIN}", server: prod-login}
                messageMedia: {apiKey: "${env.PROD_KEY}", apiSecret: "${file:prod.key}"}
            """;

    @TempDir
    private Path folder;

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("d.yaml"), yaml);
    }

    /** Whoever may apply to dev need not hold what opens prod, and a build must not read it. */
    @Test
    void looksUpNothingThatOnlyAnotherEnvironmentNeeds() throws IOException {
        Asked asked = new Asked();

        DescriptorReader informed = Readers.of(asked);
        Path file = write(OF_TWO);
        informed.read(file, Optional.of("dev"));
        informed.validate(file, Optional.of("dev"));

        assertThat(asked.names())
                .containsOnly("env.DEV_DOMAIN", "server dev-login", "env.KEY", "env.SECRET", "file:dev.txt");
    }

    @Test
    void looksUpNothingOfAnotherEnvironmentToSayWhereAFaultBelongs() throws IOException {
        Asked asked = new Asked();
        Path file = write(OF_TWO.replace("apiKey: \"${env.KEY}\", ", ""));

        assertThatExceptionOfType(DescriptorException.class)
                .isThrownBy(() -> Readers.of(asked).read(file, Optional.of("dev")))
                .satisfies(refused -> assertThat(Rendered.of(refused.diagnostics()))
                        .contains("environments.dev.messageMedia.apiKey is missing"));
        assertThat(asked.names()).noneMatch(name -> name.contains("PROD") || name.contains("prod"));
    }

    @Test
    void looksUpEachReferenceOnceForAllEnvironments() throws IOException {
        Asked asked = new Asked();

        Readers.of(asked).validate(write(OF_TWO), Optional.empty());

        assertThat(asked.names()).contains("env.KEY", "env.PROD_KEY", "file:prod.key", "env.PROD_DOMAIN");
        assertThat(asked.names().stream().filter(name -> !name.startsWith("server")))
                .doesNotHaveDuplicates();
    }

    /** The same reference leads to the same tenant, whatever it is. */
    @Test
    void refusesTwoEnvironmentsThatReferToOneTenant() throws IOException {
        Path file = write(OF_TWO.replace("PROD_DOMAIN", "DEV_DOMAIN"));

        assertThatExceptionOfType(DescriptorException.class)
                .isThrownBy(() -> Readers.of(new Asked()).read(file, Optional.of("dev")))
                .satisfies(refused ->
                        assertThat(Rendered.of(refused.diagnostics())).endsWith("""
                        d.yaml:7:3: environments.prod has the same tenant and connection as environment dev
                          7 |   prod:
                            |   ^^^^
                          Give each environment its own tenant.domain or connection.
                        """));
    }

    /** Answers whatever is asked, and remembers what was. */
    private static final class Asked extends NoReferences {

        private final List<String> names = new ArrayList<>();

        List<String> names() {
            return names;
        }

        @Override
        public Optional<String> environment(String name) {
            names.add("env." + name);
            return Optional.of(name.endsWith("DOMAIN") ? "acme.eu.auth0.com" : name.toLowerCase(Locale.ROOT));
        }

        @Override
        public Optional<String> file(String path) {
            names.add("file:" + path);
            return Optional.of("Code:");
        }

        @Override
        public boolean allows(ReferenceName name) {
            return true;
        }

        @Override
        public Optional<String> property(String name) {
            names.add(name);
            return Optional.empty();
        }

        @Override
        public Optional<ServerCredentials> server(String id) {
            names.add("server " + id);
            return Optional.of(new ServerCredentials("id", new Secret("secret")));
        }
    }
}
