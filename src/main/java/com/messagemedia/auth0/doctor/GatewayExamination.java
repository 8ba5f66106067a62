package com.messagemedia.auth0.doctor;

import com.messagemedia.auth0.delivery.gateway.GatewayHosts;
import com.messagemedia.auth0.delivery.gateway.GatewayToken;
import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.http.Reachability;
import com.messagemedia.auth0.http.TransportFailure;
import com.messagemedia.auth0.model.CheckResult;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.TenantAddress;
import java.net.URI;

/**
 * The gateway that these options name, and the token that Auth0 will send to it.
 *
 * @param options the options
 * @param tenant the tenant; one on loopback has its own gateway
 */
record GatewayExamination(Options options, TenantAddress tenant) {

    // Auth0 Management API, schema ConnectionGatewayAuthenticationSMS.
    private static final int LONGEST_SUBJECT = 64;
    private static final int LONGEST_AUDIENCE = 128;

    private static final String ADDRESS = "gateway";
    private static final String TOKEN = "gateway token";

    /** The gateway's host; empty if the address is not valid. */
    String host() {
        return GatewayHosts.host(url()).orElse("");
    }

    private String url() {
        return OptionPaths.text(options, OptionPaths.GATEWAY_URL).orElse("");
    }

    CheckResult address(HttpSettings http) {
        if (host().isEmpty() || !GatewayHosts.isSecure(url())) {
            return CheckResult.broken(ADDRESS, "gateway_url is not an https address", "Set messageMedia.gatewayUrl.");
        }
        if (GatewayHosts.isAstray(url())) {
            return CheckResult.broken(
                    ADDRESS,
                    "gateway_url leads to " + host() + ", but not to MessageMedia's gateway there",
                    "Leave messageMedia.gatewayUrl out, or set it to https://auth0-api.messagemedia.com/messages,"
                            + " and apply.");
        }
        boolean known = GatewayHosts.isKnown(host());
        if (tenant.isLoopback() && !known && !GatewayHosts.isLoopback(host())) {
            return CheckResult.unknown(
                    ADDRESS, "a tenant on this machine calls no remote gateway, so " + host() + " was not checked", "");
        }
        URI address = tenant.isLoopback() && known ? tenant.url().resolve("messages") : URI.create(url());
        return Reachability.failure(address, http).map(this::unreached).orElseGet(() -> answers(http));
    }

    private CheckResult answers(HttpSettings http) {
        if (!tenant.isLoopback()) {
            // tenant.caCertificates applies to this machine, not to Auth0.
            String where = http.extraAuthorities().isEmpty() ? "" : " here";
            return CheckResult.ok(ADDRESS, host() + " answers, and its certificate is trusted" + where);
        }
        return CheckResult.ok(
                ADDRESS,
                GatewayHosts.isKnown(host())
                        ? "the tenant's own gateway answers in place of " + host()
                        : host() + " answers on this machine");
    }

    /** A failure that this machine's network may cause does not prove that Auth0 fails too. */
    private CheckResult unreached(TransportFailure failure) {
        String problem = host() + ": " + failure.sentence();
        return switch (failure.kind()) {
            case UNKNOWN_HOST ->
                CheckResult.broken(ADDRESS, problem, "Check gateway_url for a typing error, and this machine's DNS.");
            case UNTRUSTED_CERTIFICATE ->
                CheckResult.broken(
                        ADDRESS,
                        problem,
                        "Auth0 refuses this certificate too, unless a proxy of yours decrypts TLS here. Tell the"
                                + " operator of the gateway.");
            case PROTOCOL_FAULT ->
                CheckResult.broken(
                        ADDRESS,
                        problem,
                        "Auth0 cannot talk to it either, unless a proxy or firewall of yours answers here. A"
                                + " gateway must speak HTTP over TLS 1.2 or 1.3.");
            case UNREACHABLE, CONNECTION_LOST ->
                CheckResult.broken(
                        ADDRESS, problem, "Auth0 cannot reach it either, unless a firewall of yours blocks it here.");
            case TIMEOUT, PROXY_REFUSED ->
                CheckResult.unknown(
                        ADDRESS, problem, "Auth0 calls it from its own network: send a code with messagemedia:try.");
        };
    }

    CheckResult token() {
        try {
            return token(GatewayToken.sign(options));
        } catch (Fault fault) {
            return CheckResult.broken(TOKEN, fault.problem(), fault.remedy());
        }
    }

    private CheckResult token(Secret token) {
        int subject = length(OptionPaths.SUBJECT);
        int audience = length(OptionPaths.AUDIENCE);
        if (subject > LONGEST_SUBJECT || audience > LONGEST_AUDIENCE) {
            return CheckResult.broken(
                    TOKEN,
                    "subject has " + subject + " characters and audience " + audience,
                    "Auth0 takes " + LONGEST_SUBJECT + " and " + LONGEST_AUDIENCE + " at most.");
        }
        if (!GatewayHosts.isKnown(host())) {
            return CheckResult.ok(
                    TOKEN,
                    "it can be signed the way Auth0 signs it, but the doctor cannot check whether " + host()
                            + " accepts it");
        }
        return GatewayToken.read(token.reveal(), SandboxCredentials.GATEWAY_SECRET)
                        .isPresent()
                ? CheckResult.ok(TOKEN, "signed the way Auth0 signs it, and the gateway's check passes")
                : CheckResult.broken(
                        TOKEN,
                        "MessageMedia's gateway does not accept the token that Auth0 signs",
                        "Set gateway_authentication.secret to the word MessageMedia, and secret_base64_encoded to"
                                + " false.");
    }

    private int length(FieldPath path) {
        return OptionPaths.text(options, path).map(String::length).orElse(0);
    }
}
