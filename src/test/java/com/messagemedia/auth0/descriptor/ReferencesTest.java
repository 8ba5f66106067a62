package com.messagemedia.auth0.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.messagemedia.auth0.descriptor.Validation.UnresolvedReference;
import com.messagemedia.auth0.model.DescriptorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReferencesTest {

    private static final String REFERRING = """
            version: 1
            tenant:
              domain: ${project.tenant}
              clientId: ${AUTH0_CLIENT_ID}
              privateKey: ${file:key.pem}
            messageMedia:
              server: messagemedia
              from: ${env.SENDER}
            options:
              totp: {length: "${code.length}"}
              name: ${env.ONE} and ${two}
            """;

    @TempDir
    private Path folder;

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("d.yaml"), yaml);
    }

    private static String faults(DescriptorReader reader, Path file) {
        DescriptorException[] refused = new DescriptorException[1];
        assertThatExceptionOfType(DescriptorException.class)
                .isThrownBy(() -> reader.read(file, Optional.empty()))
                .satisfies(found -> refused[0] = found);
        return Rendered.of(refused[0].diagnostics());
    }

    @Test
    void areErrorsWithTheirLinesWhereTheyLeadNowhere() throws IOException {
        assertThat(faults(Readers.of(new Surroundings()), write(REFERRING))).isEqualTo("""
                        d.yaml:3:11: tenant.domain refers to ${project.tenant}, which is not set
                          3 |   domain: ${project.tenant}
                            |           ^^^^^^^^^^^^^^^^^
                          Define it with -Dproject.tenant=..., in a profile of settings.xml or in the POM; $${ is a literal ${.

                        d.yaml:4:13: tenant.clientId refers to ${AUTH0_CLIENT_ID}, which is not set
                          4 |   clientId: ${AUTH0_CLIENT_ID}
                            |             ^^^^^^^^^^^^^^^^^^
                          If you mean the environment variable, write ${env.AUTH0_CLIENT_ID}.

                        d.yaml:5:15: tenant.privateKey refers to the file key.pem, which does not exist
                          5 |   privateKey: ${file:key.pem}
                            |               ^^^^^^^^^^^^^^^
                          Create it, or correct the path; a relative one starts at the descriptor's folder.

                        d.yaml:7:11: messageMedia.server names the server messagemedia, which settings.xml does not have
                          7 |   server: messagemedia
                            |           ^^^^^^^^^^^^
                          Add a <server> with <id>messagemedia</id>, <username> and <password> to settings.xml.

                        d.yaml:8:9: messageMedia.from refers to ${env.SENDER}, which is not set
                          8 |   from: ${env.SENDER}
                            |         ^^^^^^^^^^^^^
                          Set the environment variable SENDER where Maven runs.

                        d.yaml:10:18: options.totp.length refers to ${code.length}, which is not set
                          10 |   totp: {length: "${code.length}"}
                             |                  ^^^^^^^^^^^^^^^^
                          Define it with -Dcode.length=..., in a profile of settings.xml or in the POM; $${ is a literal ${.

                        d.yaml:11:9: options.name refers to 2 values that do not exist: env.ONE, two
                          11 |   name: ${env.ONE} and ${two}
                             |         ^^^^^^^^^^^^^^^^^^^^^
                          Set the environment variable ONE where Maven runs.
                        """);
    }

    @Test
    void areListedAndNoErrorsOffline() throws IOException {
        Validation validation = Readers.of(new Surroundings()).validate(write(REFERRING), Optional.empty());

        assertThat(validation.diagnostics()).isEmpty();
        assertThat(validation.unresolved())
                .extracting(UnresolvedReference::name, found -> found.origin().toString())
                .containsExactly(
                        tuple("project.tenant", "d.yaml:3:11"),
                        tuple("AUTH0_CLIENT_ID", "d.yaml:4:13"),
                        tuple("file:key.pem", "d.yaml:5:15"),
                        tuple("server messagemedia", "d.yaml:7:11"),
                        tuple("env.SENDER", "d.yaml:8:9"),
                        tuple("code.length", "d.yaml:10:18"),
                        tuple("env.ONE", "d.yaml:11:9"),
                        tuple("two", "d.yaml:11:9"));
    }

    @Test
    void areCheckedForWhatTheyCameToWithoutRepeatingIt() throws IOException {
        Surroundings surroundings = new Surroundings()
                .with("project.tenant", "https://acme.eu.auth0.com/")
                .with("AUTH0_CLIENT_ID", "")
                .with("file:key.pem", "hunter2 is no PEM text")
                .withServer("messagemedia", "hunter3:hunter3", "hunter4 hunter4")
                .with("env.SENDER", "hunter5-555")
                .with("code.length", "sixx")
                .with("env.ONE", "YOUR_NAME")
                .with("two", "2");

        assertThat(faults(Readers.of(surroundings), write(REFERRING))).isEqualTo("""
                        d.yaml:3:11: tenant.domain is not a host name
                          3 |   domain: ${project.tenant}
                            |           ^^^^^^^^^^^^^^^^^
                          Write only the host, without https:// and without a path, such as acme.eu.auth0.com; or sandbox.

                        d.yaml:4:13: tenant.clientId is empty
                          4 |   clientId: ${AUTH0_CLIENT_ID}
                            |             ^^^^^^^^^^^^^^^^^^
                          The client id of the machine-to-machine application that may change connections.

                        d.yaml:5:15: tenant.privateKey is not an unencrypted private key in PEM form
                          5 |   privateKey: ${file:key.pem}
                            |               ^^^^^^^^^^^^^^^
                          Refer to a file whose first line is -----BEGIN PRIVATE KEY-----, such as ${file:auth0-key.pem}.

                        d.yaml:7:11: messageMedia.server holds the character U+0020 SPACE, which no key, id, secret or token has
                          7 |   server: messagemedia
                            |           ^^^^^^^^^^^^
                          Copy it again, without the text around it.

                        d.yaml:8:9: messageMedia.from is neither a phone number in international form nor a sender's name
                          8 |   from: ${env.SENDER}
                            |         ^^^^^^^^^^^^^
                          Expected + and 8 to 15 digits, in quotes, such as "+61491570156"; or a name of 3 to 11 letters and digits.

                        d.yaml:10:18: options.totp.length must be a whole number
                          10 |   totp: {length: "${code.length}"}
                             |                  ^^^^^^^^^^^^^^^^
                          How many digits the code has, 4 to 40.

                        d.yaml:11:9: options.name still has the placeholder YOUR_NAME from the guide
                          11 |   name: ${env.ONE} and ${two}
                             |         ^^^^^^^^^^^^^^^^^^^^^
                          Write the value itself. The connection's public label, 1 to 255 characters. It is not the connection's name.
                        """);
    }

    @Test
    void doNotTurnASenderOfTheEnvironmentIntoAdvice() throws IOException {
        Surroundings surroundings = new Surroundings().with("env.SENDER", "+61 491 570 110");
        String yaml = "{version: 1, tenant: {domain: sandbox}, messageMedia: {server: m, from: \"${env.SENDER}\"}}";

        assertThat(Rendered.of(Readers.of(surroundings)
                        .validate(write(yaml), Optional.empty())
                        .diagnostics()))
                .contains("is not a phone number in international form")
                .doesNotContain("570110", "570 110");
    }

    @Test
    void toValuesThatJavaCouldNotDecodeAreErrors() throws IOException {
        Surroundings surroundings = new Surroundings()
                .with("env.TEXT", "Ihr Code f\uFFFD\uFFFDr Acme")
                .with("label", "Acme M\uFFFDnchen");
        String yaml =
                "version: 1\ntenant: {domain: sandbox}\noptions:\n  template: \"@@code@@ ${env.TEXT}\"\n  name: ${label}\n";
        String found = Rendered.of(
                Readers.of(surroundings).validate(write(yaml), Optional.empty()).diagnostics());
        assertThat(found).isEqualTo("""
                        d.yaml:4:13: options.template refers to ${env.TEXT}, whose value Java could not read in the locale of this build
                          4 |   template: "@@code@@ ${env.TEXT}"
                            |             ^^^^^^^^^^^^^^^^^^^^^^
                          Run Maven in a UTF-8 locale, such as LC_ALL=C.UTF-8, or write the text into a file and refer to ${file:path}.

                        d.yaml:5:9: options.name refers to ${label}, whose value Java could not read in the locale of this build
                          5 |   name: ${label}
                            |         ^^^^^^^^
                          Run Maven in a UTF-8 locale, such as LC_ALL=C.UTF-8, or write the text into a file and refer to ${file:path}.
                        """);
    }

    @Test
    void toWhatIsNoFileAreErrorsOfflineToo() throws IOException {
        String yaml = """
                version: 1
                tenant: {domain: acme.auth0.com, clientId: abc, privateKey: "${file:keys}"}
                options: {name: "${file:label.txt}"}
                environments:
                  de: {options: {template: "@@code@@ ${file:absent.txt} ${file:keys}"}}
                """;
        Files.createDirectory(folder.resolve("keys"));
        DescriptorReader reader = Readers.of(new Surroundings().in(folder));
        Validation offline = reader.validate(write(yaml), Optional.empty());
        String errors = """
                        d.yaml:2:61: tenant.privateKey refers to the file keys, which is a folder
                          2 | tenant: {domain: acme.auth0.com, clientId: abc, privateKey: "${file:keys}"}
                            |                                                             ^^^^^^^^^^^^^^
                          Name the file itself.

                        %sd.yaml:5:28: environments.de.options.template refers to the file keys, which is a folder
                          5 |   de: {options: {template: "@@code@@ ${file:absent.txt} ${file:keys}"}}
                            |                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                          Name the file itself.
                        """;
        String label = """
                        d.yaml:3:17: options.name refers to the file label.txt, which does not exist
                          3 | options: {name: "${file:label.txt}"}
                            |                 ^^^^^^^^^^^^^^^^^^^
                          Create it, or correct the path; a relative one starts at the descriptor's folder.

                        """;

        assertThat(Rendered.of(offline.diagnostics())).isEqualTo(errors.formatted(""));
        assertThat(offline.unresolved())
                .extracting(UnresolvedReference::name)
                .containsExactly("file:label.txt", "file:absent.txt");
        assertThatExceptionOfType(DescriptorException.class)
                .isThrownBy(() -> reader.read(write(yaml), Optional.of("de")))
                .satisfies(refused ->
                        assertThat(Rendered.of(refused.diagnostics())).isEqualTo(errors.formatted(label)));
    }

    @Test
    void countInTheMessageOfTheFault() throws IOException {
        Path file = write(REFERRING);

        assertThatExceptionOfType(DescriptorException.class)
                .isThrownBy(() -> Readers.of(new Surroundings()).read(file, Optional.empty()))
                .withMessage("d.yaml has 7 errors.")
                .satisfies(fault -> assertThat(fault.remedy()).isEqualTo("Correct d.yaml and run the goal again."));
    }
}
