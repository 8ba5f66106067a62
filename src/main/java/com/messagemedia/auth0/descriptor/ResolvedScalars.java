package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.connection.Resolution;
import com.messagemedia.auth0.connection.ResolvedReference;
import com.messagemedia.auth0.connection.ResolvedReference.Refusal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * What became of the scalars that hold references. Nodes are told apart by identity, which is how SnakeYAML compares them.
 */
final class ResolvedScalars {

    /** A reference's text as written, and what it came to. */
    record Origin(String written, Resolution resolved) {}

    private final Map<Node, Origin> origins = new HashMap<>();

    void add(ScalarNode node, String written, Resolution resolved) {
        origins.put(node, new Origin(written, resolved));
    }

    private Optional<Resolution> resolved(Node node) {
        return Optional.ofNullable(origins.get(node)).map(Origin::resolved);
    }

    /** The references of a value. */
    List<ResolvedReference> references(Node node) {
        return resolved(node).map(Resolution::references).orElse(List.of());
    }

    /** Why a file that a value refers to is not read; empty where it is not there. */
    Optional<Refusal> refusal(Node node, String name) {
        return references(node).stream()
                .filter(reference -> reference.name().text().equals(name))
                .findFirst()
                .flatMap(ResolvedReference::refusal);
    }

    /** What of a value came from the environment or from a file. */
    List<String> confidentialValues(Node node) {
        return resolved(node).map(Resolution::confidentialValues).orElse(List.of());
    }

    /** Whether a value is one reference and nothing else. */
    boolean isWhole(Node node) {
        return resolved(node).filter(Resolution::wholeValue).isPresent();
    }

    /** What a value refers to that is not there. */
    List<String> missing(Node node) {
        return resolved(node).map(Resolution::missing).orElse(List.of());
    }

    /** Whether a value is not known, as it refers to nothing. */
    boolean isPending(Node node) {
        return !missing(node).isEmpty();
    }

    /** Whether something of a value came from the environment or from a file. */
    boolean isConfidential(Node node) {
        return resolved(node)
                .filter(found -> !found.confidentialValues().isEmpty())
                .isPresent();
    }

    /** Whether a value is more than what the file says: a secret may be one of these. */
    boolean isReferred(Node node) {
        return isPending(node) || isConfidential(node) || isWhole(node);
    }

    /** The value as the file says it. */
    Optional<String> written(Node node) {
        return Optional.ofNullable(origins.get(node)).map(Origin::written);
    }

    Collection<Origin> all() {
        return origins.values();
    }
}
