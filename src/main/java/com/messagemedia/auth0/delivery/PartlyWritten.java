package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.auth0.ManagementException;

/**
 * A write of several requests stopped: an earlier request changed something, and a later one failed. {@link ResourceWriter}
 * must read the resource before it tries again.
 */
public final class PartlyWritten extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ManagementException failure;

    /** Creates it with the failure of the later request. */
    public PartlyWritten(ManagementException failure) {
        super(failure);
        this.failure = failure;
    }

    /** Returns the failure of the later request. */
    public ManagementException failure() {
        return failure;
    }
}
