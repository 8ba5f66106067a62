package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.ReferenceLookup.ServerCredentials;
import com.messagemedia.auth0.descriptor.ReferenceResolver.ResolvedReference;
import com.messagemedia.auth0.descriptor.ReferenceSubstitution.ResolvedScalars;
import com.messagemedia.auth0.model.SandboxDomain;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Field.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The document for one environment, after the overlay, with its references resolved as far as possible.
 *
 * @param environment the environment's name; empty where the file has none
 * @param home the place that names the environment; the top of the file where there is none
 * @param scalars the scalars with references, and their resolutions
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

    /** Returns the field at a path; empty where the document has none. */
    public Optional<Field> field(String... path) {
        return root.at(List.of(path));
    }

    /** Returns the text at a path; empty where the text is absent or not known yet. */
    public Optional<String> text(String... path) {
        Optional<Field> field = field(path);
        return field.isPresent() ? text(field.get()) : Optional.empty();
    }

    /** Returns the members of the field at a path; none where the document has no such field. */
    List<Field> members(String... path) {
        Optional<Field> field = field(path);
        return field.isPresent() ? field.get().members() : List.of();
    }

    /** Returns a field's text; empty where the value is not text or not known yet. */
    public Optional<String> text(Field field) {
        return isKnown(field) ? field.text() : Optional.empty();
    }

    /** Returns a field's references, as the file writes them. */
    public List<String> references(Field field) {
        List<String> names = new ArrayList<>();
        for (ResolvedReference reference : scalars.references(field.value())) {
            names.add(reference.name().toString());
        }
        return Collections.unmodifiableList(names);
    }

    /** Whether a field's value is known: all its references are resolved. */
    public boolean isKnown(Field field) {
        return !scalars.isPending(field.value());
    }

    /** Returns which fields hold secrets. */
    SecretFields secrets() {
        return new SecretFields(delivery.secrets());
    }

    /** Whether a message may repeat a field's value. */
    public boolean isPublic(Field field) {
        return !scalars.isConfidential(field.value()) && !secrets().isHidden(field.path());
    }

    /** Whether the tenant is the sandbox or on this machine. An unknown tenant counts as such. */
    public boolean isRehearsal() {
        Optional<String> domain = text("tenant", "domain");
        if (domain.isEmpty() || SandboxDomain.parse(domain.get()).isPresent()) {
            return true;
        }
        Optional<TenantAddress> address = TenantAddress.parse(domain.get());
        return address.isPresent() && address.get().isLoopback();
    }

    /** Whether a part of a value came from the environment or from a file. */
    public boolean isConfidential(Node node) {
        return scalars.isConfidential(node);
    }
}
