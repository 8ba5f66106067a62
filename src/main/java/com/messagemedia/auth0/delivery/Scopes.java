package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.delivery.LiveState.ResourceChange;
import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.model.Fault;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The scopes that readers and writers need. The plugin checks them before any request. Source: Auth0 documentation, "Migrate
 * to Connection Options Scopes": without the {@code _options} scopes Auth0 leaves {@code options} out of its replies.
 *
 * @param names the names of the scopes
 */
public record Scopes(List<String> names) {

    /** The scopes to read a connection with its options. */
    public static final Scopes READ = new Scopes(List.of("read:connections", "read:connections_options"));

    /** The scopes to read and write a connection with its options. */
    public static final Scopes WRITE = READ.and(List.of("update:connections", "update:connections_options"));

    /** The scopes to read, write and create a connection. */
    public static final Scopes CREATE = WRITE.and(List.of("create:connections"));

    /** An optional scope. With it, the plugin looks up the tenant's phone experience. */
    public static final String TENANT_SETTINGS = "read:tenant_settings";

    public Scopes {
        names = List.copyOf(names);
    }

    /** Returns these scopes and those to read a delivery's resources. */
    public Scopes andToRead(List<Resource> resources) {
        Scopes needed = this;
        for (Resource resource : resources) {
            needed = needed.and(resource.scopesToRead());
        }
        return needed;
    }

    /** Returns these scopes and those for changes of a delivery's resources. */
    Scopes andToMake(List<ResourceChange> changes) {
        Scopes needed = this;
        for (ResourceChange change : changes) {
            needed = needed.and(change.resource().scopesToWrite(change.before(), change.after()));
        }
        return needed;
    }

    private Scopes and(List<String> more) {
        Set<String> all = new LinkedHashSet<>(names);
        all.addAll(more);
        return new Scopes(List.copyOf(all));
    }

    /** Refuses a token that is known to lack a scope. A token with unknown scopes passes. */
    public void require(Optional<Set<String>> granted, String tenant) {
        List<String> missing = missing(granted);
        if (!missing.isEmpty()) {
            throw new MissingScopes(missing, tenant);
        }
    }

    /** Returns the scopes that a token is known to lack. */
    public List<String> missing(Optional<Set<String>> granted) {
        List<String> missing = new ArrayList<>(granted.isPresent() ? names : List.of());
        missing.removeAll(granted.orElse(Set.of()));
        return missing;
    }

    /** Returns the remedy for missing scopes. */
    public static String grant(List<String> scopes) {
        return "Grant " + String.join(" ", scopes) + " to the client: in the Auth0 dashboard open Applications > APIs >"
                + " Auth0 Management API > Machine to Machine Applications, open the client, tick "
                + (scopes.size() == 1 ? "it" : "them") + " and press Update.";
    }

    /** The token is known to lack scopes that the goal needs. The plugin sent no request with it. */
    public static final class MissingScopes extends Fault {

        private static final long serialVersionUID = 1L;

        MissingScopes(List<String> missing, String tenant) {
            super(
                    "The token for " + tenant + " lacks the scope" + (missing.size() == 1 ? " " : "s ")
                            + String.join(", ", missing) + ". Nothing was written.",
                    Scopes.grant(missing));
        }
    }

    /** Auth0 returned the connection without options. This token cannot tell hidden options from absent ones. */
    public static final class UnreadableOptions extends Fault {

        private static final long serialVersionUID = 1L;

        UnreadableOptions(Connection live) {
            super(
                    "Auth0 returned connection " + live.name() + " (" + live.id()
                            + ") without options. The token may not read them; a write would wipe them. Nothing was written.",
                    Scopes.grant(List.of("read:connections_options")));
        }
    }
}
