package com.messagemedia.auth0.reference;

import java.util.List;

/**
 * A text after its references were resolved. Its own text form shows no value.
 *
 * @param text the text; a reference to nothing stays as it was written
 * @param missing the references to nothing, such as {@code env.AUTH0_CLIENT_ID}, in the order of the text
 * @param confidentialValues the values that came from the environment or from a file
 * @param wholeValue whether the text was one reference and nothing else
 */
public record Resolution(String text, List<String> missing, List<String> confidentialValues, boolean wholeValue) {

    public Resolution {
        missing = List.copyOf(missing);
        confidentialValues = List.copyOf(confidentialValues);
    }

    /** Whether something came from the environment or from a file. */
    public boolean confidential() {
        return !confidentialValues.isEmpty();
    }

    @Override
    public String toString() {
        return "resolution, missing " + missing;
    }
}
