package com.messagemedia.auth0.plan;

import com.messagemedia.auth0.merge.Canonical;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.redaction.Fingerprints;

/**
 * Makes fingerprints of values: equal for two values that mean the same at a path. The path counts, so that equal values elsewhere do
 * not look alike.
 *
 * @param key the fingerprints' key
 * @param canonical which values mean the same
 */
public record ValuePrints(Fingerprints key, Canonical canonical) {

    /** The fingerprint of a value at a path. */
    public String of(FieldPath path, Value value) {
        return key.of(path + "\n" + canonical.text(path, value));
    }
}
