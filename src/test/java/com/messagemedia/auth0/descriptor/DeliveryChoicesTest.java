package com.messagemedia.auth0.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.messagemedia.auth0.delivery.gateway.GatewayDelivery;
import com.messagemedia.auth0.descriptor.ReferenceRules.ReferenceUse;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.redaction.SecretPaths;
import com.messagemedia.auth0.yaml.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each environment chooses its delivery, and that delivery's rules alone make its options. */
class DeliveryChoicesTest {

    private static final DeliveryChoices CHOICES = DeliveryChoices.of(new Pigeon(), new GatewayDelivery().rules());

    private static final String FILE = """
            version: 1
            tenant: {domain: sandbox}
            messageMedia: {apiKey: "${env.KEY}", apiSecret: "${env.SECRET}", from: "+61491570156"}
            environments:
              north: {}
              south: {connection: south, delivery: gateway}
            """;

    @TempDir
    private Path folder;

    /** A delivery that owns one option of its own. */
    private static final class Pigeon implements DeliveryRules {

        @Override
        public String name() {
            return "pigeon";
        }

        @Override
        public void check(EffectiveDocument document, Findings findings) {}

        @Override
        public List<ImpliedOption> implied(EffectiveDocument document) {
            return List.of(
                    new ImpliedOption(FieldPath.of("loft"), Value.of("north"), document.root(), List.of(), false));
        }

        @Override
        public Set<FieldPath> impliedPaths(EffectiveDocument document) {
            return Set.of(FieldPath.of("loft"));
        }

        @Override
        public Map<String, ReferenceUse> references() {
            return Map.of();
        }

        @Override
        public Set<FieldPath> prose() {
            return Set.of();
        }

        @Override
        public SecretPaths secrets() {
            return new SecretPaths(List.of(FieldPath.of("ring")), Set.of(), Set.of());
        }

        @Override
        public Map<String, String> typos() {
            return Map.of();
        }
    }

    private Descriptor read(String environment) throws IOException {
        Path file = Files.writeString(folder.resolve("d.yaml"), FILE);
        Surroundings surroundings = new Surroundings()
                .with("env.KEY", CompleteDescriptor.KEY)
                .with("env.SECRET", CompleteDescriptor.SECRET);
        return new DescriptorReader(surroundings, CHOICES).read(file, Optional.of(environment));
    }

    @Test
    void eachEnvironmentChoosesItsDelivery() throws IOException {
        Descriptor north = read("north");
        Descriptor south = read("south");

        assertThat(north.delivery()).isEqualTo("pigeon");
        assertThat(north.desired().leaves()).containsOnlyKeys(FieldPath.of("loft"));
        assertThat(south.delivery()).isEqualTo("gateway");
        assertThat(south.desired().leaves()).containsKey(FieldPath.of("gateway_url"));
    }

    @Test
    void secretsOfEveryDeliveryAreMasked() {
        assertThat(CHOICES.secrets().isSecret(FieldPath.of("ring"))).isTrue();
        assertThat(CHOICES.secrets().isSecret(FieldPath.of("gateway_authentication", "secret")))
                .isTrue();
        assertThat(CHOICES.secrets().isSecret(FieldPath.of("gateway_authentication", "method")))
                .isFalse();
    }

    @Test
    void deliveryThatTheReaderLacksIsAnError() throws IOException {
        Path file = Files.writeString(
                folder.resolve("d.yaml"), "version: 1\ntenant: {domain: sandbox}\ndelivery: phoneProvider\n");
        DeliveryChoices gateway = DeliveryChoices.of(new GatewayDelivery().rules());

        assertThat(Rendered.of(new DescriptorReader(new Surroundings(), gateway)
                        .validate(file, Optional.empty())
                        .diagnostics()))
                .contains("d.yaml:3:11: delivery is a delivery that cannot be used here");
    }

    @Test
    void thereIsAlwaysOneToChoose() {
        assertThatIllegalArgumentException().isThrownBy(DeliveryChoices::of);
    }
}
