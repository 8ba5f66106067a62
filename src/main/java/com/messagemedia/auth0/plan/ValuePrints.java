package com.messagemedia.auth0.plan;

import com.messagemedia.auth0.merge.Canonical;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.redaction.Fingerprints;

/**
 * Makes fingerprints of values. Two values with the same meaning at a path have equal fingerprints. The path is part of the
 * fingerprint, so equal values at two paths have different fingerprints.
 *
 * @param key the key of the fingerprints
 * @param canonical decides which values mean the same
 */
public record ValuePrints(Fingerprints key, Canonical canonical) {

    /** Returns the fingerprint of a value at a path. */
    public String of(FieldPath path, Value value) {
        return key.of(path + "\n" + canonical.text(path, value));
    }
}
