package com.messagemedia.auth0.connection;

import java.util.List;
import java.util.Optional;

/**
 * A text after its references were resolved. Its own text form shows no value.
 *
 * @param text the text; a reference to nothing stays as it was written
 * @param references its references, in the order of the text
 * @param wholeValue whether the text was one reference and nothing else
 */
public record Resolution(String text, List<ResolvedReference> references, boolean wholeValue) {

    public Resolution {
        references = List.copyOf(references);
    }

    /** The names of the references to nothing, such as {@code env.AUTH0_CLIENT_ID}. */
    public List<String> missing() {
        return references.stream()
                .filter(reference -> reference.value().isEmpty())
                .map(reference -> reference.name().text())
                .toList();
    }

    /** The values that came from the environment or from a file. */
    public List<String> confidentialValues() {
        return references.stream()
                .filter(reference -> reference.name().isConfidential())
                .map(ResolvedReference::value)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether something came from the environment or from a file. */
    public boolean confidential() {
        return !confidentialValues().isEmpty();
    }

    @Override
    public String toString() {
        return "resolution, missing " + missing();
    }
}
