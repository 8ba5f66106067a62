package com.messagemedia.auth0.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.SandboxCredentials;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an editor makes of the published schema: another validator than the plugin's own, and none of the plugin's rules. */
final class SecondValidatorTest {

    private static final Schema SCHEMA = schema();
    private static final Path CASES = Path.of("src/test/resources/descriptor");

    private static Schema schema() {
        Path file = Path.of("docs/schema", DescriptorSchema.RESOURCE);
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Where an editor puts a mark. A rule that sums up others adds none. */
    private static Set<String> marks(String document) {
        return SCHEMA.validate(document, InputFormat.YAML).stream()
                .map(error -> (error.getInstanceLocation() + " " + error.getKeyword()).trim())
                .collect(Collectors.toSet());
    }

    private static List<Path> yaml(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    static List<Path> examples() throws IOException {
        return yaml(Path.of("config-examples"));
    }

    /** The cases of which the plugin says nothing, or only warns. */
    static List<Path> goodCases() throws IOException {
        return yaml(CASES).stream().filter(SecondValidatorTest::isGood).toList();
    }

    private static boolean isGood(Path file) {
        String name = file.getFileName().toString();
        try (Stream<String> lines = Files.lines(file.resolveSibling(name.replace(".yaml", ".txt")))) {
            return lines.filter(line -> line.startsWith(name)).allMatch(line -> line.contains(": warning: "));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource({"examples", "goodCases"})
    void marksNothingInAGoodDescriptor(Path file) throws IOException {
        assertThat(marks(Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clientSecret: ${env.SECRET}",
                "clientSecret: \"${file:secret.txt}\"",
                "clientSecret: a${b}c",
                "token: " + SandboxCredentials.TOKEN,
                "clientSecret: " + SandboxCredentials.CLIENT_SECRET,
                "privateKey: ${file:key.pem}",
            })
    void takesReferencesAndTheSandboxsDummies(String line) {
        assertThat(marks("version: 1\ntenant:\n  domain: sandbox\n  " + line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gateway_authentication: {subject: " + SandboxCredentials.API_KEY + "}",
                "gateway_authentication: {audience: " + SandboxCredentials.API_SECRET + "}",
                "gateway_authentication: {secret: " + SandboxCredentials.GATEWAY_SECRET + "}",
                "twilio_token: '" + SandboxCredentials.TWILIO_TOKEN + "'",
                "template: 'Code @@password@@'",
                "template: '@@code@@ is it'",
                "template: '{{ code }}'",
                "template: '{%- if x -%}{{password}}{% endif %}'",
                "template: '${file:template.txt}'",
                "{syntax: liquid, template: 'Code {{ code }}'}",
                "{syntax: liquid, template: '{% assign it = code %}{{ it }}'}",
                "{syntax: md_with_macros, template: 'Code @@code@@'}",
                "{syntax: '${env.SYNTAX}', template: 'Code @@code@@'}",
                "totp: {length: '${env.LENGTH}', time_step: 60}",
                "use_phone_provider: unified",
                "upstream_params: {screen_name: {alias: login_hint}, other: null}",
            })
    void takesOptionsThatAreRight(String options) {
        String lines = options.startsWith("{") ? options : "{" + options + "}";
        assertThat(marks("{version: 1, tenant: {domain: sandbox}, options: " + lines + "}"))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "tenant: {clientSecret: hunter2} | /tenant/clientSecret pattern",
                "tenant: {clientSecret: '$${hunter2}'} | /tenant/clientSecret pattern",
                "tenant: {privateKey: hunter2} | /tenant/privateKey pattern",
                "tenant: {token: hunter2} | /tenant/token pattern",
                "messageMedia: {apiKey: hunter2} | /messageMedia/apiKey pattern",
                "messageMedia: {apiSecret: hunter2} | /messageMedia/apiSecret pattern",
                "options: {gateway_authentication: {subject: h}} | /options/gateway_authentication/subject pattern",
                "options: {gateway_authentication: {audience: h}} | /options/gateway_authentication/audience pattern",
                "options: {gateway_authentication: {secret: h}} | /options/gateway_authentication/secret pattern",
                "options: {twilio_token: hunter2} | /options/twilio_token pattern",
                "environments: {dev: {tenant: {token: hunter2}}} | /environments/dev/tenant/token pattern",
                "options: {template: Hello} | /options/template pattern",
                "options: {template: '@@pass@@'} | /options/template pattern",
                "options: {template: '{{ name }}'} | /options/template pattern",
                "options: {syntax: liquid, template: '@@code@@'} | /options/template pattern",
                "options: {syntax: md_with_macros, template: '{{ code }}'} | /options/template pattern",
                "environments: {dev: {options: {template: Hello}}} | /environments/dev/options/template pattern",
                "onConflict: never | /onConflict enum",
                "onConflict: {totp.length: never} | /onConflict/totp.length enum",
                "options: {totp: {length: 3}} | /options/totp/length minimum",
                "options: {totp: {length: 41}} | /options/totp/length maximum",
                "options: {totp: {length: six}} | /options/totp/length type",
                "options: {totp: {time_step: 59}} | /options/totp/time_step minimum",
                "options: {disable_signup: 'true'} | /options/disable_signup type",
                "options: {upstream_params: {a: b}} | /options/upstream_params/a type",
                "createIfMissing: 'on' | /createIfMissing type",
                "state: disk | /state enum",
                "owner: A B | /owner pattern",
                "conection: sms | additionalProperties",
                "tenant: {domian: x} | /tenant additionalProperties",
                "messageMedia: {from: 61491570156} | /messageMedia/from type",
                "environments: {a b: {}} | /environments additionalProperties",
            })
    void marksWhatIsWrong(String line, String mark) {
        assertThat(marks("{version: 1, " + line + "}")).contains(mark);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{version: 1} | required",
                "{version: 1, tenant: {clientId: a}} | /tenant required",
                "{version: 1, tenant: {domain: x}, messageMedia: {server: m}} | /messageMedia required",
                "{tenant: {domain: x}} | required",
                "{version: 2, tenant: {domain: x}} | /version const",
            })
    void marksWhatIsMissing(String document, String mark) {
        assertThat(marks(document)).contains(mark);
    }
}
