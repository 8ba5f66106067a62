package com.messagemedia.auth0.doctor;

import com.messagemedia.auth0.auth0.ManagementException;
import com.messagemedia.auth0.auth0.ManagementException.Kind;
import com.messagemedia.auth0.auth0.TenantReach;
import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.Scopes;
import com.messagemedia.auth0.delivery.TenantPlanner;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.model.CheckResult;
import com.messagemedia.auth0.model.Credentials;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.TenantAddress;
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
    private final TenantPlanner planner;
    private boolean readable;

    TenantExamination(Descriptor descriptor, TenantPlanner planner) {
        this.descriptor = descriptor;
        this.planner = planner;
    }

    /** Adds the links, and returns the plan if one could be made. */
    Optional<PreparedChange> examine(TenantAddress tenant, HttpSettings http, List<CheckResult> links) {
        // One request without a token, not repeated: a token request would be repeated until the timeout.
        Optional<Fault> unreached = TenantReach.fault(tenant, http);
        if (unreached.isPresent()) {
            links.add(CheckResult.broken(
                    "tenant", unreached.get().problem(), unreached.get().remedy()));
            links.add(CheckResult.unknown("token", UNREACHED, ""));
            links.add(CheckResult.unknown("scopes", UNREACHED, ""));
            links.add(CheckResult.unknown("connection", UNREACHED, ""));
            return Optional.empty();
        }
        links.add(answers(tenant));
        return signIn(links);
    }

    /** Whether the tenant takes the token and lets it read what a plan needs. */
    boolean isReadable() {
        return readable;
    }

    /** The link to a tenant that answers. */
    static CheckResult answers(TenantAddress tenant) {
        return CheckResult.ok(
                "tenant",
                tenant.isLoopback() ? "it answers on this machine" : "it answers, and its certificate is trusted");
    }

    private Optional<PreparedChange> signIn(List<CheckResult> links) {
        Optional<Set<String>> granted;
        try {
            granted = planner.scopes();
        } catch (Fault fault) {
            links.add(CheckResult.broken("token", fault.problem(), fault.remedy()));
            links.add(CheckResult.unknown("scopes", NO_TOKEN, ""));
            links.add(CheckResult.unknown("connection", NO_TOKEN, ""));
            return Optional.empty();
        }
        if (!planner.withResources(Scopes.READ).missing(granted).isEmpty()) {
            links.add(token());
            links.add(scopes(descriptor.createIfMissing() ? Scopes.CREATE : Scopes.WRITE, granted));
            links.add(CheckResult.unknown("connection", "the token lacks a scope to read it", ""));
            return Optional.empty();
        }
        return connection(granted, links);
    }

    private Optional<PreparedChange> connection(Optional<Set<String>> granted, List<CheckResult> links) {
        try {
            PreparedChange planned = planner.planReadOnly();
            readable = true;
            links.add(token());
            links.add(scopes(planned.creates() ? Scopes.CREATE : Scopes.WRITE, granted));
            links.add(connection(planned));
            return Optional.of(planned);
        } catch (Fault fault) {
            boolean refused = fault instanceof ManagementException answer && TOKEN_REFUSED.contains(answer.kind());
            readable = !refused;
            links.add(refused ? CheckResult.broken("token", fault.problem(), fault.remedy()) : token());
            links.add(scopes(Scopes.WRITE, granted));
            links.add(
                    refused
                            ? CheckResult.unknown("connection", "Auth0 refuses the token", "")
                            : CheckResult.broken("connection", fault.problem(), fault.remedy()));
            return Optional.empty();
        }
    }

    /** How many applications may use the connection, including those that an apply would enable. */
    CheckResult applications(PreparedChange planned) {
        Set<String> clients = new LinkedHashSet<>(descriptor.enabledClients());
        try {
            if (!planned.creates()) {
                clients.addAll(planner.enabledClients(planned.live()));
            }
        } catch (ManagementException unread) {
            return CheckResult.unknown(APPLICATIONS, unread.problem(), unread.remedy());
        }
        if (clients.isEmpty()) {
            String none = "no application may use the connection, so nobody can sign in through it";
            String remedy = "Name the application under enabledClients and apply.";
            return planned.creates()
                    ? CheckResult.warning(APPLICATIONS, none, remedy)
                    : CheckResult.broken(APPLICATIONS, none, remedy);
        }
        return CheckResult.ok(
                APPLICATIONS,
                clients.size() == 1
                        ? "1 application may use the connection"
                        : clients.size() + " applications may use the connection");
    }

    private CheckResult token() {
        return CheckResult.ok(
                "token",
                descriptor.tenant().credentials() instanceof Credentials.Token
                        ? "tenant.token is used as it is"
                        : "Auth0 issued one");
    }

    private CheckResult scopes(Scopes base, Optional<Set<String>> granted) {
        if (granted.isEmpty()) {
            return CheckResult.unknown("scopes", "the token does not list its scopes", "");
        }
        Scopes needed = planner.withResources(base);
        List<String> missing = needed.missing(granted);
        return missing.isEmpty()
                ? CheckResult.ok("scopes", String.join(", ", needed.names()))
                : CheckResult.broken("scopes", "missing: " + String.join(", ", missing), Scopes.grant(missing));
    }

    private static CheckResult connection(PreparedChange planned) {
        String name = planned.live().name();
        return planned.creates()
                ? CheckResult.warning("connection", name + " does not exist yet", "messagemedia:apply creates it.")
                : CheckResult.ok("connection", name + " (" + planned.live().id() + "), its options can be read");
    }
}
