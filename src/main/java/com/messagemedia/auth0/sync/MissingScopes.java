package com.messagemedia.auth0.sync;

import com.messagemedia.auth0.connection.Fault;
import java.util.List;

/** The token is known to lack scopes that the goal needs; nothing was asked with it. */
public final class MissingScopes extends Fault {

    private static final long serialVersionUID = 1L;

    MissingScopes(List<String> missing, String tenant) {
        super(
                "The token for " + tenant + " lacks the scope" + (missing.size() == 1 ? " " : "s ")
                        + String.join(", ", missing) + ". Nothing was written.",
                Scopes.grant(missing));
    }
}
