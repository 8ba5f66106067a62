package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.ReferenceResolver.Resolution;
import com.messagemedia.auth0.descriptor.ReferenceResolver.ResolvedReference;
import com.messagemedia.auth0.descriptor.ReferenceResolver.ResolvedReference.Refusal;
import com.messagemedia.auth0.descriptor.ReferenceRules.ReferencePlaces;
import com.messagemedia.auth0.model.CredentialText;
import com.messagemedia.auth0.schema.DescriptorSchema;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Resolves the references in a document's values, never in its keys. A reference cannot change the structure: its value is
 * always one scalar. If a value is exactly one reference, it gets the type that the schema expects.
 */
final class ReferenceSubstitution implements ScalarReplacement {

    private static final String SIGN = "${";
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    private static final Set<String> BOOLEANS = Set.of("true", "false");

    private final ReferenceResolver source;
    private final ReferencePlaces places;
    private final ResolvedScalars scalars = new ResolvedScalars();

    private ReferenceSubstitution(ReferenceResolver source, ReferencePlaces places) {
        this.source = source;
        this.places = places;
    }

    /** The document with its references resolved. */
    record Result(MappingNode root, ResolvedScalars scalars) {}

    static Result resolve(MappingNode root, ReferenceResolver source, ReferencePlaces places) {
        ReferenceSubstitution references = new ReferenceSubstitution(source, places);
        return new Result(references.in(root), references.scalars);
    }

    /** Whether a value holds a reference. */
    static boolean isIn(Node node) {
        return node instanceof ScalarNode scalar && scalar.getValue().contains(SIGN);
    }

    @Override
    public ScalarNode replaced(List<String> path, ScalarNode scalar) {
        if (!isIn(scalar)) {
            return scalar;
        }
        Resolution resolved = cleaned(path, source.resolve(scalar.getValue()));
        ScalarNode node = new ScalarNode(
                tag(path, resolved),
                true,
                resolved.text(),
                scalar.getStartMark(),
                scalar.getEndMark(),
                scalar.getScalarStyle());
        scalars.add(node, scalar.getValue(), resolved);
        return node;
    }

    /** Cleans a credential. The resolver already removed a file's last line break; a second one is not part of a credential. */
    private Resolution cleaned(List<String> path, Resolution resolved) {
        if (!resolved.wholeValue() || !places.isCleaned(path)) {
            return resolved;
        }
        boolean file = resolved.references().get(0).name().isFile();
        String text = file ? CredentialText.withoutMark(resolved.text()) : CredentialText.clean(resolved.text());
        return new Resolution(text, resolved.references(), true);
    }

    private static Tag tag(List<String> path, Resolution resolved) {
        if (resolved.wholeValue() && !resolved.isPending()) {
            Set<String> types = DescriptorSchema.get().types(path);
            if (types.contains("integer")
                    && WHOLE_NUMBER.matcher(resolved.text()).matches()) {
                return Tag.INT;
            }
            if (types.contains("boolean") && BOOLEANS.contains(resolved.text())) {
                return Tag.BOOL;
            }
        }
        return Tag.STR;
    }

    /**
     * The scalars with references, and their resolution. It compares nodes by identity, as SnakeYAML does.
     */
    static final class ResolvedScalars {

        /** A value's text as written, and its resolution. */
        record Origin(String written, Resolution resolved) {}

        private final Map<Node, Origin> origins = new HashMap<>();

        void add(ScalarNode node, String written, Resolution resolved) {
            origins.put(node, new Origin(written, resolved));
        }

        /** The resolution of a value; that of a text without references for any other value. */
        private Resolution resolved(Node node) {
            Origin origin = origins.get(node);
            return origin == null ? Resolution.NONE : origin.resolved();
        }

        /** The references of a value. */
        List<ResolvedReference> references(Node node) {
            return resolved(node).references();
        }

        /** Tells why a file that a value refers to is not read; empty if the file does not exist. */
        Optional<Refusal> refusal(Node node, String name) {
            for (ResolvedReference reference : references(node)) {
                if (reference.name().text().equals(name)) {
                    return reference.refusal();
                }
            }
            return Optional.empty();
        }

        /** Returns the parts of a value that come from environment variables or files. */
        List<String> confidentialValues(Node node) {
            return resolved(node).confidentialValues();
        }

        /** Whether a value is exactly one reference. */
        boolean isWhole(Node node) {
            return resolved(node).wholeValue();
        }

        /** Returns the names of a value's references that have no value. */
        List<String> missing(Node node) {
            return resolved(node).missing();
        }

        /** Whether a value is unknown, as one of its references has no value. */
        boolean isPending(Node node) {
            return resolved(node).isPending();
        }

        /** Whether a part of a value comes from an environment variable or a file. */
        boolean isConfidential(Node node) {
            return resolved(node).confidential();
        }

        /** Whether a value comes from references, so it may be a secret. */
        boolean isReferred(Node node) {
            return isPending(node) || isConfidential(node) || isWhole(node);
        }

        /** Returns the value as the file writes it. */
        Optional<String> written(Node node) {
            Origin origin = origins.get(node);
            return origin == null ? Optional.empty() : Optional.of(origin.written());
        }

        Collection<Origin> all() {
            return origins.values();
        }
    }
}
