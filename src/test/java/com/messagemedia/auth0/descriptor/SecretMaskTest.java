package com.messagemedia.auth0.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.gateway.GatewayDelivery;
import com.messagemedia.auth0.schema.DescriptorSchema;
import com.messagemedia.auth0.yaml.SourceText;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

final class SecretMaskTest {

    private static final SecretFields SECRETS =
            new SecretFields(new GatewayDelivery().rules().secrets());

    private static String masked(String yaml) {
        return String.join(
                "\n", SecretMask.of(SourceText.split(yaml), new Yaml().compose(new StringReader(yaml)), SECRETS));
    }

    private static String blind(String line) {
        return String.join("\n", SecretMask.blind(SourceText.split(line), SECRETS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "tenant: {clientSecret: abc def, domain: x}; tenant: {clientSecret: *** ***, domain: x}",
                "tenant: {token: 'abc'} # old: def; tenant: {token: ****** * **** ***",
                "tenant: {token: '${env.TOKEN}'}; tenant: {token: '${env.TOKEN}'}",
                "tenant: {token: 'a${env.TOKEN}'}; tenant: {token: ***************}",
                "messageMedia: {apiKey: {YOUR_API_KEY}}; messageMedia: {apiKey: {YOUR_API_KEY}}",
                "messageMedia: {apiKey: {abc}}; messageMedia: {apiKey: *****}",
                "environments: {prod: {tenant: {token: abc}}}; environments: {prod: {tenant: {token: ***}}}",
                "options: {twilio_token: abc, name: def}; options: {twilio_token: ***, name: def}",
                "options: {gateway_authentication: {method: m, subject: abc}};"
                        + "options: {gateway_authentication: {method: m, subject: ***}}",
                "options: {gateway_authentication: abc}; options: {gateway_authentication: ***}",
                "gateway_authentication: {audience: abc}; gateway_authentication: {audience: ***}",
                "tenant: {clientsecret: abc, api-key: def, tokn: ghi}; tenant: {clientsecret: ***, api-key: ***, tokn: ***}",
                "x: {password: [abc, def]}; x: {password: ***** ****}",
                "x: [{password: abc, name: def}, ghi]; x: [{password: ***, name: def}, ghi]",
                "tenant: {token: '😀abc', domain: x}; tenant: {token: ******, domain: x}",
            })
    void hidesSecretsAndKeepsColumns(String yaml, String expected) {
        assertThat(masked(yaml)).isEqualTo(expected);
    }

    @Test
    void hidesEveryLineOfALongValue() {
        assertThat(masked("tenant:\n  privateKey: |\n    abc\n    def\n  domain: x\n"))
                .isEqualTo("tenant:\n  privateKey: *\n    ***\n    ***\n  domain: x\n");
    }

    @Test
    void hidesWhatAnAliasUsesAsASecret() {
        assertThat(masked("x: &a abc\ntenant: {token: *a}\n")).doesNotContain("abc");
        assertThat(masked("x: &a [abc]\noptions: {twilio_token: *a}\n")).doesNotContain("abc");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "domain: x; domain: x",
                "clientSecret: abc: def; clientSecret: **** ***",
                "tenant: {domain: x, token: abc; tenant: {domain: x, token: ***",
                "abcdef; ******",
                "- abcdef; * ******",
                "# token abc; * ***** ***",
                "token: ${env.TOKEN}; token: ${env.TOKEN}",
                "subject: abc; subject: ***",
                "template: @@password@@ is it; template: @@password@@ is it",
                "\"apiSecret\": abc; \"apiSecret\": ***",
            })
    void hidesMoreWhereNothingIsKnown(String line, String expected) {
        assertThat(blind(line)).isEqualTo(expected);
    }

    @Test
    void doesNotTakeHarmlessKeysForSecrets() {
        DescriptorSchema schema = DescriptorSchema.get();
        Set<String> secret = new TreeSet<>();
        for (List<String> section : List.of(
                List.<String>of(),
                List.of("tenant"),
                List.of("messageMedia"),
                List.of("options"),
                List.of("options", "totp"))) {
            schema.keys(section).stream().filter(SecretFields::speaks).forEach(secret::add);
        }
        assertThat(secret)
                .containsExactlyInAnyOrder(
                        "clientSecret", "privateKey", "token", "apiKey", "apiSecret", "twilio_token");
    }
}
