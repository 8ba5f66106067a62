package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.ReferenceLookup.ServerCredentials;
import com.messagemedia.auth0.descriptor.ReferenceSubstitution.ResolvedScalars;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Field.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The document as it stands for one environment: overlaid, its references resolved as far as they can be.
 *
 * @param environment the environment's name; empty where the file has none
 * @param home where the environment is named; the top of the file where there is none
 * @param root the document
 * @param scalars what became of references
 * @param logins the server logins by the section that names them
 * @param delivery how messages are delivered in this environment
 */
public record EffectiveDocument(
        Optional<String> environment,
        Place home,
        Field root,
        ResolvedScalars scalars,
        Map<String, ServerCredentials> logins,
        DeliveryRules delivery) {

    /** The field at a path; empty where there is none. */
    public Optional<Field> field(String... path) {
        return root.at(List.of(path));
    }

    /** The text at a path, where there is one and it is known. */
    public Optional<String> text(String... path) {
        return field(path).flatMap(this::text);
    }

    /** A field's text, where it is text and known. */
    public Optional<String> text(Field field) {
        return isKnown(field) ? field.text() : Optional.empty();
    }

    /** What a field refers to, as the file writes it. */
    public List<String> references(Field field) {
        return scalars.references(field.value()).stream()
                .map(reference -> reference.name().toString())
                .toList();
    }

    /** Whether a field has a value by now: it refers to nothing that is not there. */
    public boolean isKnown(Field field) {
        return !scalars.isPending(field.value());
    }

    /** Which of its fields hold secrets. */
    SecretFields secrets() {
        return new SecretFields(delivery.secrets());
    }

    /** Whether a field's value may be repeated in a message. */
    public boolean isPublic(Field field) {
        return !scalars.isConfidential(field.value()) && !secrets().isHidden(field.path());
    }

    /** Whether the tenant is the sandbox or on this machine; one that is not known yet is taken for it. */
    public boolean isRehearsal() {
        return text("tenant", "domain")
                .map(domain -> domain.equals(TenantAddress.SANDBOX)
                        || TenantAddress.parse(domain)
                                .filter(TenantAddress::isLoopback)
                                .isPresent())
                .orElse(true);
    }

    /** Whether something of a value came from the environment or from a file. */
    public boolean isConfidential(Node node) {
        return scalars.isConfidential(node);
    }
}
