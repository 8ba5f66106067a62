package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.auth0.ManagementException.Kind;
import com.messagemedia.auth0.model.Credentials;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The remedy for each kind of failure: all remedies of this package. */
final class ManagementRemedies {

    private static final String GRANTS = "Applications > APIs > Auth0 Management API > Machine to Machine Applications";
    private static final Pattern SCOPE = Pattern.compile("\\b(?:read|update|create):[a-z_]{1,60}\\b");

    private ManagementRemedies() {}

    /** The remedy for an error answer. */
    static String of(Kind kind, Operation operation, ClientIdentity identity, ErrorReply reply) {
        return switch (kind) {
            case WRONG_CREDENTIALS -> credentials(identity);
            case CLIENT_NOT_GRANTED ->
                "In Auth0 open " + GRANTS + ", authorize " + identity.application() + " and grant it "
                        + list(operation.scopes()) + ".";
            case GRANT_TYPE_NOT_ALLOWED ->
                "In Auth0 open " + identity.application()
                        + ", Advanced Settings > Grant Types, and allow Client Credentials; the application must be of the type"
                        + " Machine to Machine or Regular Web.";
            case WRONG_AUDIENCE -> audience(identity);
            case INVALID_TOKEN -> invalidToken(identity);
            case TIMEOUT -> "Run the goal again.";
            case EXPIRED_TOKEN ->
                identity.hasGivenToken()
                        ? "Obtain a new token for tenant.token: a Management API token lasts 24 hours by default, a test token"
                                + " from the dashboard too."
                        : "Run the goal again. If it fails again, set this machine's clock.";
            case MISSING_SCOPE -> missingScope(operation, identity, reply);
            case NOT_ENTITLED ->
                "The tenant's Auth0 subscription does not include this; ask the owner of the subscription.";
            case NOT_FOUND -> notFound(operation, identity);
            case CONFLICT -> conflict(operation);
            case ACTION_EXISTS ->
                "This is no missing scope: Auth0 allows one Action for this trigger, and the tenant has one. Run plan:"
                        + " it finds that Action and shows what would change.";
            case ACTION_NOT_BUILT, ACTION_NOT_DEPLOYED ->
                "Auth0 is not ready with the Action yet. Run the goal again in a few seconds.";
            case NO_DEPLOYED_ACTION -> "Run apply: it deploys the Action first, which a custom phone provider needs.";
            case RATE_LIMITED -> waiting(reply.retryAfter());
            case SERVER_ERROR -> "Run the goal again later; https://status.auth0.com lists known incidents.";
            case REDIRECTED ->
                "Nothing was sent there. Set tenant.domain to the tenant's own host name, as Auth0 shows it"
                        + " under Applications > (any application) > Settings > Domain.";
            default ->
                operation.kind() == Operation.Kind.TOKEN
                        ? "Check tenant.domain, tenant.audience and tenant.clientId: Auth0 rejects this token request."
                        : "Correct the value that the message names in messagemedia-auth0.yaml.";
        };
    }

    private static String credentials(ClientIdentity identity) {
        return identity.credentials() instanceof Credentials.PrivateKey key
                ? "Check that tenant.privateKey, its algorithm (" + key.algorithm()
                        + ") and its key id belong to a credential of " + identity.application()
                        + " of this tenant, and that this machine's clock is right."
                : "Check tenant.clientId and tenant.clientSecret against Auth0, Applications > Applications > Settings, and that "
                        + identity.application() + " belongs to this tenant.";
    }

    private static String audience(ClientIdentity identity) {
        return "The audience asked for is " + identity.audience()
                + ". Set tenant.audience to the identifier that Auth0 shows"
                + " under Applications > APIs > Auth0 Management API: it ends in /api/v2/, and names the canonical domain"
                + " even if tenant.domain is a custom one.";
    }

    private static String invalidToken(ClientIdentity identity) {
        return identity.hasGivenToken()
                ? "Set tenant.token to a Management API token that " + identity.tenant() + " issued for the audience "
                        + identity.audience() + "; Auth0 rejects a token of another tenant or of another of its"
                        + " domains."
                : audience(identity);
    }

    private static String missingScope(Operation operation, ClientIdentity identity, ErrorReply reply) {
        List<String> named = SCOPE.matcher(reply.description().orElse(""))
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
        String scopes = list(named.isEmpty() ? operation.scopes() : named);
        return identity.hasGivenToken()
                ? "Obtain a token for tenant.token that has " + scopes + "; its application needs the grant under "
                        + GRANTS + "."
                : "In Auth0 open " + GRANTS + " > " + identity.application() + ", and add " + scopes + ".";
    }

    private static String conflict(Operation operation) {
        return switch (operation.subject()) {
            case PHONE_PROVIDER ->
                operation.kind() == Operation.Kind.CREATE
                        ? "Auth0 allows one phone provider for a tenant, and another run may have created it. Run plan:"
                                + " it finds that provider and shows what would change."
                        : "Another setting of the tenant needs what this change takes away. Look at Security >"
                                + " Multi-factor Auth > Phone Message in Auth0, then run plan.";
            case PHONE_TEMPLATE ->
                "The tenant has a template of this type, and another run may have created it. Run plan: it finds that"
                        + " template and shows what would change.";
            default ->
                "Run the goal again: another run may have created it. A name stays taken for a while after its"
                        + " connection was deleted.";
        };
    }

    private static String notFound(Operation operation, ClientIdentity identity) {
        boolean known = operation.kind() == Operation.Kind.READ || operation.kind() == Operation.Kind.WRITE;
        return switch (operation.subject()) {
            case CONNECTION ->
                known
                        ? "The connection may have been deleted, or belong to another tenant than " + identity.tenant()
                                + "; check connection and tenant.domain."
                        : noTenant(identity);
            case ACTION, BINDING, PHONE_PROVIDER, PHONE_TEMPLATE ->
                known
                        ? "The " + gone(operation) + " may have been deleted, or belong to another tenant than "
                                + identity.tenant() + "; check tenant.domain, then run plan."
                        : noTenant(identity);
            default -> noTenant(identity);
        };
    }

    /** What a change did not find: a binding needs the Action that it binds. */
    private static String gone(Operation operation) {
        return operation.subject() == Operation.Subject.BINDING
                ? Operation.Subject.ACTION.words()
                : operation.subject().words();
    }

    private static String noTenant(ClientIdentity identity) {
        return "Check tenant.domain: the server at " + identity.tenant() + " is not an Auth0 tenant.";
    }

    private static String waiting(Optional<Duration> wait) {
        long seconds = wait.map(Duration::toSeconds).orElse(60L);
        return "Run the goal again " + (seconds <= 1 ? "in a second" : "in " + seconds + " seconds")
                + "; other programs that use the tenant's Management API share its limit.";
    }

    private static String list(List<String> scopes) {
        return scopes.size() == 1
                ? scopes.get(0)
                : String.join(", ", scopes.subList(0, scopes.size() - 1)) + " and " + scopes.get(scopes.size() - 1);
    }

    /** The remedy for an unreadable answer. */
    static String unreadable(ClientIdentity identity) {
        return "Check that " + identity.tenant()
                + " is an Auth0 tenant, and that no proxy, firewall or sign-in page answers in its place.";
    }

    /** The remedy for a change with an unknown result. */
    static String open(Operation operation) {
        return "It is unknown whether the change took effect. Run plan: it reads the "
                + operation.subject().words() + " again.";
    }

    /** The remedy for a failure without an answer. */
    static String ofTransport(Kind kind) {
        return switch (kind) {
            case UNKNOWN_HOST ->
                "Check tenant.domain for a typing error, and this machine's DNS. If this machine needs a proxy,"
                        + " add it under <proxies> in settings.xml.";
            case UNTRUSTED_CERTIFICATE ->
                "If a company proxy inspects TLS connections, set tenant.caCertificates to its authority's"
                        + " certificate. Otherwise check tenant.domain and this machine's clock. Nothing was sent.";
            case PROTOCOL_FAULT ->
                "Check tenant.domain, and that no proxy, firewall or sign-in page answers in the tenant's"
                        + " place; the server must speak HTTP over TLS 1.2 or 1.3.";
            case PROXY_REFUSED ->
                "Check the active proxy under <proxies> in settings.xml, its user name and password, and that it"
                        + " lets the tenant's host through.";
            case UNREACHABLE ->
                "Check the network and the firewall and, if this machine needs a proxy, <proxies> in settings.xml.";
            case TIMEOUT -> "Run the goal again, if necessary with a longer -Dmessagemedia.timeout.";
            default -> "Run the goal again.";
        };
    }
}
