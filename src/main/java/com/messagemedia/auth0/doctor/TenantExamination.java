package com.messagemedia.auth0.doctor;

import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.connection.Link;
import com.messagemedia.auth0.connection.TenantAddress;
import com.messagemedia.auth0.descriptor.Authentication;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.management.ManagementException;
import com.messagemedia.auth0.management.ManagementException.Kind;
import com.messagemedia.auth0.management.TenantReach;
import com.messagemedia.auth0.sync.ConnectionSync;
import com.messagemedia.auth0.sync.PreparedChange;
import com.messagemedia.auth0.sync.Scopes;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The links to the tenant: whether it answers, the token and its scopes, the connection. */
final class TenantExamination {

    private static final String APPLICATIONS = "applications";
    private static final String UNREACHED = "the tenant was not reached";
    private static final String NO_TOKEN = "there is no token";
    private static final Set<Kind> TOKEN_REFUSED =
            EnumSet.of(Kind.INVALID_TOKEN, Kind.EXPIRED_TOKEN, Kind.WRONG_AUDIENCE);

    private final Descriptor descriptor;
    private final ConnectionSync sync;

    TenantExamination(Descriptor descriptor, ConnectionSync sync) {
        this.descriptor = descriptor;
        this.sync = sync;
    }

    /** Adds the links, and returns what an apply would do where that could be learned. */
    Optional<PreparedChange> examine(TenantAddress tenant, HttpSettings http, List<Link> links) {
        // One request without any token, and never again: a token request goes on trying for as long as it may.
        Optional<Fault> unreached = TenantReach.fault(tenant, http);
        if (unreached.isPresent()) {
            links.add(Link.broken(
                    "tenant", unreached.get().problem(), unreached.get().remedy()));
            links.add(Link.unknown("token", UNREACHED, ""));
            links.add(Link.unknown("scopes", UNREACHED, ""));
            links.add(Link.unknown("connection", UNREACHED, ""));
            return Optional.empty();
        }
        links.add(answers(tenant));
        return signIn(links);
    }

    /** The link to a tenant that answers. */
    static Link answers(TenantAddress tenant) {
        return Link.ok(
                "tenant",
                tenant.isLoopback() ? "it answers on this machine" : "it answers, and its certificate is trusted");
    }

    private Optional<PreparedChange> signIn(List<Link> links) {
        Optional<Set<String>> granted;
        try {
            granted = sync.scopes();
        } catch (Fault fault) {
            links.add(Link.broken("token", fault.problem(), fault.remedy()));
            links.add(Link.unknown("scopes", NO_TOKEN, ""));
            links.add(Link.unknown("connection", NO_TOKEN, ""));
            return Optional.empty();
        }
        if (!Scopes.READ.missing(granted).isEmpty()) {
            links.add(token());
            links.add(scopes(descriptor.createIfMissing() ? Scopes.CREATE : Scopes.WRITE, granted));
            links.add(Link.unknown("connection", "the token lacks a scope to read it", ""));
            return Optional.empty();
        }
        return connection(granted, links);
    }

    private Optional<PreparedChange> connection(Optional<Set<String>> granted, List<Link> links) {
        try {
            PreparedChange planned = sync.planReadOnly();
            links.add(token());
            links.add(scopes(planned.creates() ? Scopes.CREATE : Scopes.WRITE, granted));
            links.add(connection(planned));
            return Optional.of(planned);
        } catch (Fault fault) {
            boolean refused = fault instanceof ManagementException answer && TOKEN_REFUSED.contains(answer.kind());
            links.add(refused ? Link.broken("token", fault.problem(), fault.remedy()) : token());
            links.add(scopes(Scopes.WRITE, granted));
            links.add(
                    refused
                            ? Link.unknown("connection", "Auth0 does not take the token", "")
                            : Link.broken("connection", fault.problem(), fault.remedy()));
            return Optional.empty();
        }
    }

    /** How many applications may use the connection, those that an apply would enable included. */
    Link applications(PreparedChange planned) {
        Set<String> clients = new LinkedHashSet<>(descriptor.enabledClients());
        try {
            if (!planned.creates()) {
                clients.addAll(sync.enabledClients(planned.live()));
            }
        } catch (ManagementException unread) {
            return Link.unknown(APPLICATIONS, unread.problem(), unread.remedy());
        }
        if (clients.isEmpty()) {
            String none = "no application may use the connection, so nobody can sign in through it";
            String remedy = "Name the application under enabledClients and apply.";
            return planned.creates()
                    ? Link.warning(APPLICATIONS, none, remedy)
                    : Link.broken(APPLICATIONS, none, remedy);
        }
        return Link.ok(
                APPLICATIONS,
                clients.size() == 1
                        ? "1 application may use the connection"
                        : clients.size() + " applications may use the connection");
    }

    private Link token() {
        return Link.ok(
                "token",
                descriptor.tenant().authentication() instanceof Authentication.Token
                        ? "tenant.token is used as it is"
                        : "Auth0 issued one");
    }

    private static Link scopes(Scopes needed, Optional<Set<String>> granted) {
        if (granted.isEmpty()) {
            return Link.unknown("scopes", "the token does not tell its scopes", "");
        }
        List<String> missing = needed.missing(granted);
        return missing.isEmpty()
                ? Link.ok("scopes", String.join(", ", needed.names()))
                : Link.broken("scopes", "missing: " + String.join(", ", missing), Scopes.grant(missing));
    }

    private static Link connection(PreparedChange planned) {
        String name = planned.live().name();
        return planned.creates()
                ? Link.warning("connection", name + " does not exist yet", "messagemedia:apply creates it.")
                : Link.ok("connection", name + " (" + planned.live().id() + "), its options can be read");
    }
}
