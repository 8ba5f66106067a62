package com.messagemedia.auth0.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contents that attack the reader, or that are not a descriptor. Each gets one readable answer. */
final class HostileFilesTest {

    @TempDir
    private Path folder;

    private String faults(Path file) {
        return Rendered.of(
                Readers.of(new Surroundings()).validate(file, Optional.empty()).diagnostics());
    }

    private String faultsOf(byte[] content) throws IOException {
        return faults(Files.write(folder.resolve("d.yaml"), content));
    }

    private String faultsOf(String content) throws IOException {
        return faultsOf(content.getBytes(StandardCharsets.UTF_8));
    }

    /** What a link in a repository can lead to on the machine that builds it. */
    static Stream<String> otherFiles() {
        return Stream.of(
                "root:x:0:0:root:/root:/bin/bash\ndaemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin\n",
                "root:$6$hunter2:19000:0:99999:7:::\n",
                "root:$6$hunter2:19000: 0:99999:7:::\n",
                "//registry.acme.example/:_authToken=npm-hunter2\nalways-auth=true\n",
                "<settings>\n  <servers><server><password>hunter2</password></server></servers>\n</settings>\n",
                "# settings\nDB_PASSWORD=hunter2\nexport STRIPE=hunter2-live\n",
                "hunter2\n",
                "hunter2: hunter3\n",
                "'hunter2 is a line': x\n",
                "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkq\n-----END PRIVATE KEY-----\n",
                "{\"auths\": {\"acme.example\": {\"note\": \"hunter2\"}}}\n",
                "{\"auths\": {\"acme.example\": {\"note\": \"hunter2\"}}",
                "[default]\npassword = \"hunter2\"\n",
                "db.user=acme\ndb.pass=hunter2\n",
                "db.pass: hunter2\ndb.pass: hunter3\n",
                "apiVersion: v1\nkind: Config\nusers:\n- name: acme\n  user: {client-key-data: hunter2}\n",
                "apiVersion: v1\nkind: yes\nusers:\n- name: *acme\n",
                "machine acme.example login me password hunter2\n",
                "#!/bin/sh\nexport PASS=hunter2\n: [\n",
                "notes: {x: hunter2\n",
                "- hunter2\n",
                "? [hunter2]\n: hunter3\n",
                "<<: hunter2\n",
                "\t- !hunter2 hunter3\n");
    }

    @ParameterizedTest
    @MethodSource("otherFiles")
    void nothingIsShownOfAFileThatDoesNotBeginAsADescriptor(String content) throws IOException {
        Path target = Files.writeString(folder.resolve("other"), content);
        Path link = Files.createSymbolicLink(folder.resolve("d.yaml"), target);
        String[] parts = Stream.of(content.split("[\\s\"'{}<>=]+"))
                .filter(part -> part.length() > 5)
                .toArray(String[]::new);

        assertThat(faults(link)).startsWith("d.yaml").doesNotContain("hunter", " | ");
        if (parts.length > 0) {
            assertThat(faults(link)).doesNotContain(parts);
        }
    }

    @Test
    void anotherProgramsFileIsToldOnce() throws IOException {
        assertThat(faultsOf("apiVersion: v1\nkind: Config\n")).isEqualTo("""
                d.yaml:1:1: does not begin like a descriptor, so this message shows none of its lines
                  Begin the file with version: 1, or name another file with -Dmessagemedia.file=<path>.
                """);
    }

    @Test
    void aKeyThatLooksLikeNoneIsNotNamed() throws IOException {
        assertThat(faultsOf("version: 1\ntenant: {domain: sandbox}\noptions: {name: sms}\nroot:$6$hunter2:/root: 1\n"))
                .contains("d.yaml:4:1: [\"...\"] is not a known key\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# DB_PASSWORD=hunter2 [", "note: 'api_secret => hunter2", "x: [https://me:hunter2@acme.example",
                "note: <token>hunter2</token> : x", "note: curl ?sig=hunter2 : x", "# {\"apiSecret\":\"hunter2\"}"
            })
    void whatLooksLikeACredentialIsMaskedInWhateverLanguage(String line) throws IOException {
        assertThat(faultsOf("version: 1\n" + line + "\n  : : [")).doesNotContain("hunter2");
    }

    @Test
    void aHugeValueIsRefusedByItsLimit() throws IOException {
        String yaml = "{version: 1, tenant: {domain: sandbox}, options: {name: " + "n".repeat(900_000) + "}}";

        assertThat(faultsOf(yaml))
                .isEqualTo("d.yaml:1:57: a value is longer than 8192 characters; no option accepts that many\n"
                        + "  Shorten it, or refer to a file with ${file:path}.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${", "{", "\"", "a: ", "@", "{{", "- ", "#", "\\", "'", "$", "*a ", "&a ", "YOUR_"})
    void aLineOfOneSignWithoutEndIsRead(String sign) throws IOException {
        assertThat(faultsOf("a: " + sign.repeat(100_000))).isNotEmpty();
        assertThat(faultsOf(sign.repeat(100_000))).isNotEmpty();
    }

    @Test
    void aliasesOfAliasesAreRefused() throws IOException {
        StringBuilder bomb = new StringBuilder("version: 1\noptions:\n  a0: &a0 [x, x]\n");
        for (int level = 1; level <= 9; level++) {
            String below = "*a" + (level - 1);
            bomb.append("  a" + level + ": &a" + level + " [" + below + ", " + below + "]\n");
        }
        assertThat(faultsOf(bomb + "  b: [" + "*a9, ".repeat(9) + "]\n")).isEqualTo("""
                        d.yaml: is not valid YAML
                          Check whether it uses aliases more than 20 times, or has a character that YAML reserves.
                        """);
    }

    @Test
    void fewAliasesThatStandForVeryMuchAreRefused() throws IOException {
        StringBuilder bomb = new StringBuilder("version: 1\noptions:\n");
        bomb.append("  a: &a [").append("x, ".repeat(1000)).append("]\n");
        bomb.append("  b: &b [*a, *a]\n  c: &c [*b, *b]\n  d: [*c, *c]\n");

        assertThat(faultsOf(bomb.toString()))
                .contains("d.yaml:3:2989: aliases repeat more than 5000 keys and values, this one among them\n")
                .contains(
                        "Write out what you need instead of aliases of aliases: each repetition is checked like a line of"
                                + " its own.\n");
    }

    @Test
    void aliasesThatNestVeryDeepAreRefused() throws IOException {
        String yaml = "version: 1\noptions:\n  a: &a " + "[".repeat(30) + "]".repeat(30) + "\n  b: " + "[".repeat(15)
                + "*a" + "]".repeat(15) + "\n";

        assertThat(faultsOf(yaml))
                .contains("with what its aliases stand for, the document nests deeper than 40 levels here\n");
    }

    /** A limit for aliases is none for what is written. */
    @Test
    void aFileOfAThousandEnvironmentsIsTaken() throws IOException {
        StringBuilder yaml = new StringBuilder("version: 1\ntenant: {token: \"${env.TOKEN}\"}\nmessageMedia:\n"
                + "  apiKey: ${env.KEY}\n  apiSecret: ${env.SECRET}\nenvironments:\n");
        for (int name = 0; name < 1000; name++) {
            yaml.append("  e" + name + ":\n    tenant: {domain: e" + name
                    + ".eu.auth0.com}\n    messageMedia: {from: \"+614" + (91570000 + name)
                    + "\"}\n    options: {totp: {length: " + (4 + name % 4) + "}}\n");
        }

        assertThat(faultsOf(yaml.toString())).isEmpty();
    }

    @Test
    void endlessNestingIsRefused() throws IOException {
        assertThat(faultsOf("version: 1\noptions: " + "[".repeat(5000) + "]".repeat(5000)))
                .isEqualTo("""
                        d.yaml:2:49: the document nests deeper than 40 levels
                          Check for a bracket or brace that is not closed; no option nests that deep.
                        """);
        assertThat(faultsOf("a: " + "{a: ".repeat(100_000)))
                .startsWith("d.yaml:1:160: the document nests deeper than 40 levels");
    }

    /** Whoever walks such a value never comes to its end. */
    @ParameterizedTest
    @ValueSource(strings = {"a: &a [*a]", "&a [[[*a]]]", "? &a {b: *a}\n: c", "a: &a {b: [{c: *a}]}", "&a {*a : b}"})
    void aValueThatHoldsItselfIsRefused(String yaml) throws IOException {
        assertThat(faultsOf(yaml))
                .contains(": an anchor contains an alias of itself\n")
                .hasLineCount(2);
    }

    @Test
    void moreKeysAndValuesThanAnyDescriptorHasAreRefused() throws IOException {
        String yaml = "version: 1\noptions:\n" + "  a: {b: c}\n".repeat(50_000);

        assertThat(faultsOf(yaml)).isEqualTo("""
                d.yaml:25001:10: the document has more than 100000 keys and values
                  25001 |   a: {b: c}
                        |          ^
                  Check that it is the right file, or split it: one file for each group of tenants.
                """);
    }

    /** Each rule looks at each value of each environment. */
    @Test
    void moreValuesInAllEnvironmentsThanCanBeCheckedAreRefused() throws IOException {
        StringBuilder yaml = new StringBuilder("version: 1\noptions:\n  upstream_params:\n");
        for (int name = 0; name < 1000; name++) {
            yaml.append("    p" + name + ": x\n");
        }
        yaml.append("environments:\n");
        for (int name = 0; name < 1000; name++) {
            yaml.append("  e" + name + ":\n");
        }
        assertThat(faultsOf(yaml.toString())).isEqualTo("""
                d.yaml:1004:1: the environments together have more than 250000 values
                  1004 | environments:
                       | ^^^^^^^^^^^^
                  Split the file: one file for each group of tenants.
                """);
    }

    @Test
    void anAnchorThatIsUsedInEarnestIsTaken() throws IOException {
        String yaml = """
                version: 1
                tenant: {domain: sandbox}
                options:
                  upstream_params: {one: &alias {alias: login_hint}, two: *alias}
                """;

        assertThat(faultsOf(yaml)).isEmpty();
    }

    /** SnakeYAML answers tags with a space at the end by an exception that it does not declare. */
    @ParameterizedTest
    @ValueSource(strings = {"!%20", "!<%20>", "!a%20", "!<tag:yaml.org,2002:str%20>"})
    void aTagThatSnakeYamlChokesOnIsATag(String tag) throws IOException {
        assertThat(faultsOf(tag + " hunter2"))
                .startsWith("d.yaml:1:1: a tag (a word that begins with !) is not allowed")
                .doesNotContain("hunter2");
    }

    @Test
    void noDamageToAFileLeadsToAnythingButDiagnostics() throws IOException {
        String whole = Files.readString(Path.of("config-examples", "every-option.yaml"));
        Random random = new Random(20261123);
        String signs = "{}[]:,&*!|>'\"%@`#-? \t\n\u0000\u00e9\uFEFF<=0";
        for (int round = 0; round < 400; round++) {
            StringBuilder damaged = new StringBuilder(whole);
            for (int change = random.nextInt(4); change >= 0; change--) {
                int at = random.nextInt(damaged.length());
                switch (random.nextInt(3)) {
                    case 0 -> damaged.deleteCharAt(at);
                    case 1 -> damaged.insert(at, signs.charAt(random.nextInt(signs.length())));
                    default -> damaged.delete(at, Math.min(damaged.length(), at + random.nextInt(40)));
                }
            }
            assertThatCode(() -> faultsOf(damaged.toString()))
                    .as(damaged.toString())
                    .doesNotThrowAnyException();
        }
    }
}
