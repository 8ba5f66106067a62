package com.messagemedia.auth0.sync;

import com.messagemedia.auth0.connection.Connection;
import com.messagemedia.auth0.connection.Fault;
import java.util.List;

/** Auth0 returned the connection without options: to this token they cannot be told from options that are not there. */
public final class UnreadableOptions extends Fault {

    private static final long serialVersionUID = 1L;

    UnreadableOptions(Connection live) {
        super(
                "Auth0 returned connection " + live.name() + " (" + live.id()
                        + ") without options. The token may not read them; a write would wipe them. Nothing was written.",
                Scopes.grant(List.of("read:connections_options")));
    }
}
