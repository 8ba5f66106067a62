package com.messagemedia.auth0.descriptor;

/** Where the applied record is kept. */
public enum StateLocation {
    /** In the connection's metadata, written together with the options; the default. */
    CONNECTION,
    /** In a file beside the descriptor, to be committed. */
    FILE
}
