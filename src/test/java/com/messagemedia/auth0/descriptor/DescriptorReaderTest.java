package com.messagemedia.auth0.descriptor;

import static com.messagemedia.auth0.descriptor.CompleteDescriptor.COMPLETE;
import static com.messagemedia.auth0.descriptor.CompleteDescriptor.KEY;
import static com.messagemedia.auth0.descriptor.CompleteDescriptor.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.descriptor.Descriptor.StateLocation;
import com.messagemedia.auth0.descriptor.Descriptor.TenantSection;
import com.messagemedia.auth0.merge.ConflictPolicies;
import com.messagemedia.auth0.merge.ConflictPolicies.ConflictPolicy;
import com.messagemedia.auth0.model.Credentials;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Origin;
import com.messagemedia.auth0.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a descriptor without faults comes to. */
final class DescriptorReaderTest {

    @TempDir
    private Path folder;

    private final Surroundings surroundings = CompleteDescriptor.surroundings();

    private Descriptor read(String yaml) {
        return read(yaml, Optional.empty());
    }

    private Descriptor read(String yaml, Optional<String> environment) {
        return Readers.of(surroundings).read(write(yaml), environment);
    }

    private Path write(String yaml) {
        try {
            return Files.writeString(folder.resolve("messagemedia-auth0.yaml"), yaml);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Origin at(int line, int column) {
        return new Origin("messagemedia-auth0.yaml", line, column);
    }

    @Test
    void holdsWhatTheFileSays() {
        Descriptor descriptor = read(COMPLETE);

        assertThat(descriptor.fileName()).isEqualTo("messagemedia-auth0.yaml");
        assertThat(descriptor.owner()).isEqualTo("web");
        assertThat(descriptor.environment()).isEmpty();
        assertThat(descriptor.protectedEnvironment()).isFalse();
        assertThat(descriptor.connection()).isEqualTo("con_abc123");
        assertThat(descriptor.createIfMissing()).isTrue();
        assertThat(descriptor.enabledClients()).containsExactly("one", "two");
        assertThat(descriptor.state()).isEqualTo(StateLocation.FILE);
        assertThat(descriptor.onConflict())
                .isEqualTo(new ConflictPolicies(
                        ConflictPolicy.OVERWRITE, Map.of(OptionPaths.TEMPLATE, ConflictPolicy.KEEP)));
        assertThat(descriptor.removals())
                .containsOnly(
                        entry(FieldPath.of("twilio_sid"), at(24, 10)),
                        entry(FieldPath.of("totp", "algorithm"), at(24, 22)));
        assertThat(descriptor.allowGateway()).isEmpty();
    }

    @Test
    void namesTheTenantInLowerCaseAndResolvesPathsAtItsFolder() {
        TenantSection tenant = read(COMPLETE).tenant();

        assertThat(tenant.domain()).isEqualTo("acme.eu.auth0.com");
        assertThat(tenant.isSandbox()).isFalse();
        assertThat(tenant.audience()).contains("https://acme.eu.auth0.com/api/v2/");
        assertThat(tenant.caCertificates()).contains(folder.resolve("ca.pem"));
        assertThat(tenant.domainOrigin()).isEqualTo(at(4, 11));
        assertThat(tenant.credentials()).isInstanceOfSatisfying(Credentials.ClientSecret.class, found -> {
            assertThat(found.clientId()).isEqualTo("client");
            assertThat(found.secret().reveal()).isEqualTo("hunter2-hunter2");
        });
    }

    @Test
    void expandsMessageMediaToTheEditsOfTheGuide() {
        assertThat(read(COMPLETE).desired().leaves())
                .containsEntry(OptionPaths.PROVIDER, Value.of("sms_gateway"))
                .containsEntry(OptionPaths.GATEWAY_URL, Value.of("https://auth0-api.messagemedia.com/messages"))
                .containsEntry(OptionPaths.METHOD, Value.of("bearer"))
                .containsEntry(OptionPaths.SUBJECT, Value.of(KEY))
                .containsEntry(OptionPaths.AUDIENCE, Value.of(SECRET))
                .containsEntry(OptionPaths.SECRET, Value.of("MessageMedia"))
                .containsEntry(OptionPaths.SECRET_BASE64_ENCODED, Value.of(false))
                .containsEntry(OptionPaths.FROM, Value.of("+61491570156"));
    }

    @Test
    void turnsOptionsIntoValuesOfTheirTypes() {
        assertThat(read(COMPLETE).desired().leaves())
                .containsEntry(OptionPaths.TOTP_LENGTH, new Value.Numeral("8"))
                .containsEntry(FieldPath.of("totp", "time_step"), new Value.Numeral("300"))
                .containsEntry(FieldPath.of("brute_force_protection"), Value.of(false))
                .containsEntry(FieldPath.of("upstream_params"), Value.Tree.EMPTY)
                .containsEntry(FieldPath.of("name"), Value.of("Label by SMS"))
                .containsEntry(
                        FieldPath.of("non_persistent_attrs"),
                        new Value.Array(List.of(Value.of("a"), Value.of("Label"))))
                .containsEntry(FieldPath.of("messaging_service_sid"), Value.Null.NULL)
                .containsEntry(FieldPath.of("ratio"), new Value.Numeral("1.50"))
                .hasSize(17);
    }

    @Test
    void knowsTheLineOfEveryLeaf() {
        Descriptor descriptor = read(COMPLETE);

        assertThat(descriptor.origins().keySet())
                .isEqualTo(descriptor.desired().leaves().keySet());
        assertThat(descriptor.origins())
                .containsEntry(OptionPaths.PROVIDER, at(12, 3))
                .containsEntry(OptionPaths.SUBJECT, at(12, 11))
                .containsEntry(OptionPaths.AUDIENCE, at(13, 14))
                .containsEntry(OptionPaths.FROM, at(14, 9))
                .containsEntry(OptionPaths.TOTP_LENGTH, at(17, 18))
                .containsEntry(FieldPath.of("messaging_service_sid"), at(22, 26));
    }

    @Test
    void tellsWhichLeavesAreConfidential() {
        assertThat(read(COMPLETE).confidential())
                .containsExactlyInAnyOrder(
                        OptionPaths.SUBJECT,
                        OptionPaths.AUDIENCE,
                        FieldPath.of("name"),
                        FieldPath.of("non_persistent_attrs"));
    }

    @Test
    void gathersTheSecretsButNotThePublicWord() {
        assertThat(read(COMPLETE).secretValues())
                .containsExactlyInAnyOrder("client", "hunter2-hunter2", KEY, SECRET, "Label");
    }

    @Test
    void hasNoValueInItsText() {
        Descriptor descriptor = read(COMPLETE);

        assertThat(descriptor).hasToString("messagemedia-auth0.yaml");
        assertThat(descriptor.tenant().toString()).doesNotContain("hunter2");
    }

    @Test
    void hasDefaultsForWhatIsLeftOut() {
        Descriptor descriptor = read("{version: 1, tenant: {domain: sandbox}, options: {name: SMS}}");

        assertThat(descriptor.owner()).isEqualTo("default");
        assertThat(descriptor.connection()).isEqualTo("sms");
        assertThat(descriptor.createIfMissing()).isFalse();
        assertThat(descriptor.state()).isEqualTo(StateLocation.CONNECTION);
        assertThat(descriptor.onConflict()).isEqualTo(ConflictPolicies.all(ConflictPolicy.FAIL));
        assertThat(descriptor.tenant().isSandbox()).isTrue();
        assertThat(descriptor.tenant().credentials()).isInstanceOfSatisfying(Credentials.ClientSecret.class, dummy -> {
            assertThat(dummy.clientId()).isEqualTo("sandbox-client-id");
            assertThat(dummy.secret().reveal()).isEqualTo("sandbox-client-secret-published");
        });
    }

    @Test
    void signsInWithAPrivateKey() {
        surroundings.with("file:key.pem", "-----BEGIN PRIVATE KEY-----\nhunter2\n-----END PRIVATE KEY-----");
        Descriptor descriptor = read("""
                version: 1
                tenant: {domain: a.auth0.com, clientId: abc, privateKey: "${file:key.pem}", keyId: kid, algorithm: PS256}
                options: {name: SMS}
                """);

        assertThat(descriptor.tenant().credentials()).isInstanceOfSatisfying(Credentials.PrivateKey.class, key -> {
            assertThat(key.clientId()).isEqualTo("abc");
            assertThat(key.pem().reveal()).startsWith("-----BEGIN PRIVATE KEY-----\nhunter2");
            assertThat(key.keyId()).contains("kid");
            assertThat(key.algorithm()).isEqualTo(Credentials.Algorithm.PS256);
        });
    }

    @Test
    void signsInWithATokenOfAProperty() {
        surroundings.with("auth0.token", "hunter2-hunter2");
        Descriptor descriptor =
                read("{version: 1, tenant: {domain: a.auth0.com, token: \"${auth0.token}\"}, options: {name: SMS}}");

        assertThat(descriptor.tenant().credentials())
                .isInstanceOfSatisfying(
                        Credentials.Token.class,
                        token -> assertThat(token.token().reveal()).isEqualTo("hunter2-hunter2"));
        assertThat(descriptor.secretValues()).containsExactly("hunter2-hunter2");
    }

    @Test
    void takesLoginsFromServersOfTheSettings() {
        surroundings.withServer("auth0-prod", "abc", "hunter2-hunter2").withServer("messagemedia", KEY, SECRET);
        Descriptor descriptor = read("""
                version: 1
                tenant: {domain: a.auth0.com, server: auth0-prod}
                messageMedia: {server: messagemedia, from: Acme}
                """);

        assertThat(descriptor.tenant().credentials()).isInstanceOfSatisfying(Credentials.ClientSecret.class, login -> {
            assertThat(login.clientId()).isEqualTo("abc");
            assertThat(login.secret().reveal()).isEqualTo("hunter2-hunter2");
        });
        assertThat(OptionPaths.text(descriptor.desired(), OptionPaths.SUBJECT)).contains(KEY);
        assertThat(OptionPaths.text(descriptor.desired(), OptionPaths.AUDIENCE)).contains(SECRET);
        assertThat(descriptor.confidential()).containsExactlyInAnyOrder(OptionPaths.SUBJECT, OptionPaths.AUDIENCE);
        assertThat(descriptor.origins()).containsEntry(OptionPaths.SUBJECT, at(3, 24));
        assertThat(descriptor.secretValues()).contains("hunter2-hunter2", KEY, SECRET);
    }

    @Test
    void allowsAnotherGatewayByName() {
        surroundings.withServer("messagemedia", KEY, SECRET);
        Descriptor descriptor = read("""
                version: 1
                tenant: {domain: sandbox}
                messageMedia:
                  server: messagemedia
                  from: Acme
                  gatewayUrl: https://SMS.acme.example/messages
                  allowGateway: sms.acme.example
                """);

        assertThat(descriptor.allowGateway()).contains("sms.acme.example");
        assertThat(OptionPaths.text(descriptor.desired(), OptionPaths.GATEWAY_URL))
                .contains("https://SMS.acme.example/messages");
    }

    @Test
    void letsRemoveConfirmThatAnObjectIsReplaced() {
        Descriptor descriptor = read("""
                version: 1
                tenant: {domain: sandbox}
                options: {upstream_params: null}
                remove: [upstream_params.screen_name.alias]
                """);

        assertThat(descriptor.removals()).containsOnlyKeys(FieldPath.of("upstream_params", "screen_name", "alias"));
    }

    @Test
    void handsOnItsWarnings() {
        Descriptor descriptor = read("{version: 1, tenant: {domain: sandbox}, options: {brand_new_option: x}}");

        assertThat(descriptor.warnings())
                .singleElement()
                .hasToString(
                        "messagemedia-auth0.yaml:1:51: warning:"
                                + " options.brand_new_option is not an option that Auth0 documents, and Auth0 stores unknown options without an error");
    }

    @ParameterizedTest(name = "{0} as the length is {1}")
    @CsvSource({"8, 8", "40, 40"})
    void convertsWholeReferencesToNumbers(String length, String literal) {
        surroundings.with("code.length", length);

        assertThat(read(COMPLETE).desired().get(OptionPaths.TOTP_LENGTH)).contains(new Value.Numeral(literal));
    }

    @Test
    void keepsTextThatLooksLikeStructureAsText() {
        surroundings.with("env.LABEL", "{a: b}\nremove: [template]\n${protect}");

        assertThat(OptionPaths.text(read(COMPLETE).desired(), FieldPath.of("name")))
                .contains("{a: b}\nremove: [template]\n${protect} by SMS");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"byte order mark", "carriage returns"})
    void readsWhatWindowsWrites(String habit) {
        String yaml = habit.startsWith("byte") ? "\uFEFF" + COMPLETE : COMPLETE.replace("\n", "\r\n");
        Descriptor descriptor = read(yaml);

        assertThat(descriptor.desired().leaves()).hasSize(17);
        assertThat(descriptor.origins()).containsEntry(OptionPaths.FROM, at(14, 9));
    }
}
