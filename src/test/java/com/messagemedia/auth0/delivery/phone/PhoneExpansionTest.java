package com.messagemedia.auth0.delivery.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.messagemedia.auth0.delivery.DescriptorSource;
import com.messagemedia.auth0.delivery.gateway.GatewayDelivery;
import com.messagemedia.auth0.descriptor.DeliveryChoices;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.descriptor.Validation.IgnoredKey;
import com.messagemedia.auth0.messagemedia.Region;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.testing.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a descriptor with the phone provider wants Auth0 to hold. */
class PhoneExpansionTest {

    private static final Variables VARIABLES = new Variables(
            Map.of("KEY", "Key0Key0Key0Key0Key0", "SECRET", "Secret0Secret0Secret0Secret0Se", "UK", "Acme"));

    private static final String SHORT = """
            version: 1
            tenant: {domain: sandbox}
            delivery: phoneProvider
            messageMedia: {apiKey: "${env.KEY}", apiSecret: "${env.SECRET}", from: "+61491570156"}
            """;

    @TempDir
    private Path folder;

    private static Value code(Region region, Map<String, String> senders, int lifetime) {
        return Value.of(
                new ActionCode(region.host(), Optional.of("+61491570156"), senders, Duration.ofSeconds(lifetime))
                        .render());
    }

    private DescriptorSource source(String yaml) throws IOException {
        DeliveryChoices choices = DeliveryChoices.of(new GatewayDelivery().rules(), new PhoneRules());
        return new DescriptorSource(Files.writeString(folder.resolve("d.yaml"), yaml), VARIABLES, choices);
    }

    private Descriptor read(String yaml) throws IOException {
        return source(yaml).read(Optional.empty());
    }

    private static Map<String, Value> leaves(Descriptor descriptor) {
        Map<String, Value> leaves = new TreeMap<>();
        descriptor.desired().leaves().forEach((path, value) -> leaves.put(path.toString(), value));
        return leaves;
    }

    @Test
    void twoSectionsAreAll() throws IOException {
        Descriptor descriptor = read(SHORT);

        assertThat(leaves(descriptor))
                .isEqualTo(new TreeMap<>(Map.of(
                        "action.code", code(Region.AU, Map.of(), 300),
                        "action.runtime", Value.of("node22"),
                        "action.dependencies", new Value.Array(List.of()),
                        "action.secrets.MESSAGEMEDIA_API_KEY", Value.of("Key0Key0Key0Key0Key0"),
                        "action.secrets.MESSAGEMEDIA_API_SECRET", Value.of("Secret0Secret0Secret0Secret0Se"),
                        "binding.action", Value.of(true),
                        "phoneProvider.name", Value.of("custom"),
                        "phoneProvider.disabled", Value.of(false),
                        "phoneProvider.configuration.delivery_methods", new Value.Array(List.of(Value.of("text"))))));
        assertThat(descriptor.delivery()).isEqualTo("phoneProvider");
        assertThat(descriptor.hasConnection()).isTrue();
        assertThat(descriptor.phone().actionName()).isEqualTo("MessageMedia SMS");
        assertThat(descriptor.phone().manage()).isTrue();
        assertThat(descriptor.warnings()).isEmpty();
    }

    @Test
    void secretsAreConfidentialAndNameWhatTheyReferTo() throws IOException {
        Descriptor descriptor = read(SHORT);

        assertThat(descriptor.confidential()).containsExactlyInAnyOrder(PhonePaths.API_KEY, PhonePaths.API_SECRET);
        assertThat(descriptor.sources().get(PhonePaths.API_SECRET)).containsExactly("${env.SECRET}");
        assertThat(descriptor.origins().get(PhonePaths.API_SECRET).line()).isEqualTo(4);
        assertThat(descriptor.secretValues()).contains("Key0Key0Key0Key0Key0", "Secret0Secret0Secret0Secret0Se");
        assertThat(PhonePaths.SECRET_PATHS.isSecret(FieldPath.of("action", "secrets", "OTHER")))
                .isTrue();
        assertThat(PhonePaths.SECRET_PATHS.isSecret(FieldPath.of("twilio_token")))
                .isTrue();
        assertThat(PhonePaths.SECRET_PATHS.isSecret(PhonePaths.CODE)).isFalse();
    }

    @Test
    void everyKeyHasItsPlaceInTheTree() throws IOException {
        Descriptor descriptor = read("""
                version: 1
                tenant: {domain: sandbox}
                delivery: phoneProvider
                connection: none
                state: file
                messageMedia:
                  apiKey: "${env.KEY}"
                  apiSecret: "${env.SECRET}"
                  from: "+61491570156"
                  region: eu
                  senders: {"+44": "${env.UK}", "+4420": "+442079460000", "+61": "+61491570156"}
                phoneProvider:
                  actionName: Ours
                  deliveryMethods: [text, voice]
                  templates:
                    otp_verify: {text: "{{ code }}", voice: "Say {{ code }}", from: Acme, disabled: false}
                    change_password: {disabled: true}
                """);

        assertThat(leaves(descriptor))
                .contains(
                        Map.entry(
                                "action.code",
                                code(
                                        Region.EU,
                                        Map.of("+44", "Acme", "+4420", "+442079460000", "+61", "+61491570156"),
                                        300)),
                        Map.entry("phoneTemplate.otp_verify.text", Value.of("{{ code }}")),
                        Map.entry("phoneTemplate.otp_verify.voice", Value.of("Say {{ code }}")),
                        Map.entry("phoneTemplate.otp_verify.from", Value.of("Acme")),
                        Map.entry("phoneTemplate.otp_verify.disabled", Value.of(false)),
                        Map.entry("phoneTemplate.change_password.disabled", Value.of(true)),
                        Map.entry(
                                "phoneProvider.configuration.delivery_methods",
                                new Value.Array(List.of(Value.of("text"), Value.of("voice")))))
                .hasSize(14);
        assertThat(descriptor.sources().get(PhonePaths.CODE)).containsExactly("${env.UK}");
        assertThat(descriptor.secretValues()).contains("Acme");
        assertThat(descriptor.hasConnection()).isFalse();
        assertThat(descriptor.phone().actionName()).isEqualTo("Ours");
        assertThat(descriptor.phone().region()).contains("eu");
        assertThat(descriptor.phone().sender("+442079461111")).contains("+442079460000");
        assertThat(descriptor.phone().sender("+447700900000")).contains("Acme");
        assertThat(descriptor.phone().sender("+33199000000")).contains("+61491570156");
    }

    @Test
    void codeLivesAsLongAsTheConnectionSays() throws IOException {
        assertThat(leaves(read(SHORT + "options: {totp: {time_step: 120}}\n")))
                .containsEntry("action.code", code(Region.AU, Map.of(), 120))
                .containsEntry("totp.time_step", new Value.Numeral("120"));
    }

    @Test
    void ownsItsConnectionOnlyWhereAnotherFileManagesTheProvider() throws IOException {
        Descriptor descriptor = read(SHORT + "phoneProvider: {manage: false}\noptions: {name: SMS}\n");

        assertThat(leaves(descriptor)).containsOnly(Map.entry("name", Value.of("SMS")));
        assertThat(descriptor.phone().manage()).isFalse();
    }

    @Test
    void resourcesHavePathsInRemovalsAndPolicies() throws IOException {
        Descriptor descriptor = read(SHORT + """
                remove: [action.secrets.OLD, phoneTemplate.otp_enroll, messaging_service_sid]
                onConflict: {default: fail, action.code: overwrite}
                """);

        assertThat(descriptor.removals())
                .containsOnlyKeys(
                        FieldPath.of("action", "secrets", "OLD"),
                        FieldPath.of("phoneTemplate", "otp_enroll"),
                        FieldPath.of("messaging_service_sid"));
        assertThat(descriptor.warnings()).isEmpty();
    }

    @Test
    void environmentIgnoresWhatItInheritsOfAnotherDelivery() throws IOException {
        DescriptorSource source = source("""
                version: 1
                messageMedia:
                  apiKey: "${env.KEY}"
                  apiSecret: "${env.SECRET}"
                  from: "+61491570156"
                  senders: {"+44": "${env.NOWHERE}"}
                  gatewayUrl: https://auth0-api.messagemedia.com/messages
                environments:
                  old: {tenant: {domain: sandbox}}
                  new: {tenant: {domain: "http://127.0.0.1:1", token: "${env.KEY}"}, delivery: phoneProvider, messageMedia: {senders: {"+44": Acme}}}
                """);

        assertThat(source.validate(Optional.empty()).ignored())
                .extracting(
                        IgnoredKey::environment,
                        IgnoredKey::key,
                        key -> key.origin().line())
                .containsExactly(tuple("old", "messageMedia.senders", 6), tuple("new", "messageMedia.gatewayUrl", 7));
        assertThat(leaves(source.read(Optional.of("old"))))
                .hasSize(8)
                .containsEntry("gateway_url", Value.of("https://auth0-api.messagemedia.com/messages"));
        assertThat(source.validate(Optional.of("new")).hasErrors()).isFalse();
    }
}
