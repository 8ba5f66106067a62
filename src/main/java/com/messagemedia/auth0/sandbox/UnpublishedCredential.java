package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.connection.Fault;

/** A credential that a sandbox with a state file does not take. Names the place, never the value. */
final class UnpublishedCredential extends Fault {

    private static final long serialVersionUID = 1L;

    UnpublishedCredential(String place) {
        super(
                "The sandbox keeps its state in a file and takes only the published dummy credentials: " + place
                        + " holds another one.",
                "Use the dummy credentials that the sandbox's documentation lists, or a sandbox without a state file.");
    }
}
