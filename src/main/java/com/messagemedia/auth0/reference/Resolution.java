package com.messagemedia.auth0.reference;

import com.messagemedia.auth0.file.Unreadable;
import java.util.List;
import java.util.Map;

/**
 * A text after its references were resolved. Its own text form shows no value.
 *
 * @param text the text; a reference to nothing stays as it was written
 * @param missing the references to nothing, such as {@code env.AUTH0_CLIENT_ID}, in the order of the text
 * @param unreadable of these, why a file is not read
 * @param confidentialValues the values that came from the environment or from a file
 * @param wholeValue whether the text was one reference and nothing else
 */
public record Resolution(
        String text,
        List<String> missing,
        Map<String, Unreadable> unreadable,
        List<String> confidentialValues,
        boolean wholeValue) {

    public Resolution {
        missing = List.copyOf(missing);
        unreadable = Map.copyOf(unreadable);
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
