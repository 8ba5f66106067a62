package com.messagemedia.auth0.sync;

import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.connection.GatewayHosts;
import com.messagemedia.auth0.connection.Link;
import com.messagemedia.auth0.connection.OptionPaths;
import com.messagemedia.auth0.connection.Options;
import com.messagemedia.auth0.connection.Secret;
import com.messagemedia.auth0.connection.TenantAddress;
import com.messagemedia.auth0.http.GatewayToken;
import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.messagemedia.CredentialCheck;
import com.messagemedia.auth0.messagemedia.GatewayClient;
import com.messagemedia.auth0.messagemedia.MessageMediaClient;
import com.messagemedia.auth0.messagemedia.SenderAddress;
import com.messagemedia.auth0.sms.CodeTemplate;
import com.messagemedia.auth0.sms.SenderCountry;
import com.messagemedia.auth0.sms.SmsText;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The links from Auth0 to the phone, for the options as they are after an apply: gateway, its token, MessageMedia's account, the
 * sender, the text.
 *
 * @param tenant the tenant; one on loopback has its own gateway and MessageMedia
 * @param region where the MessageMedia account is
 * @param http how requests are made
 */
public record SendingExamination(TenantAddress tenant, MessageMediaAccount.Region region, HttpSettings http) {

    private static final String WORD = "MessageMedia";
    private static final int LONGEST_SUBJECT = 64;
    private static final int LONGEST_AUDIENCE = 128;

    List<Link> of(Options options) {
        List<Link> links = new ArrayList<>();
        if (OptionPaths.usesGateway(options)) {
            links.add(gateway(options));
            links.add(token(options));
            links.addAll(account(options));
        }
        links.add(template(options));
        return links;
    }

    private Link gateway(Options options) {
        String url = OptionPaths.text(options, OptionPaths.GATEWAY_URL).orElse("");
        Optional<String> host = GatewayHosts.host(url);
        if (host.isEmpty() || !GatewayHosts.isSecure(url)) {
            return Link.broken("gateway", "gateway_url is no https address", "Set messageMedia.gatewayUrl.");
        }
        URI address = tenant.isLoopback() && GatewayHosts.isKnown(host.get())
                ? tenant.url().resolve("messages")
                : URI.create(url);
        try (GatewayClient client = GatewayClient.open(address, http)) {
            return client.unreachable()
                    .map(problem -> Link.broken(
                            "gateway",
                            host.get() + ": " + problem,
                            "Auth0 calls it from its own network: check the name."))
                    .orElseGet(() -> Link.ok("gateway", host.get() + " answers, and its certificate is trusted"));
        }
    }

    private static Link token(Options options) {
        try {
            Secret token = GatewayToken.sign(options);
            return token(options, GatewayToken.read(token.reveal(), WORD).isPresent());
        } catch (Fault fault) {
            return Link.broken("gateway token", fault.problem(), fault.remedy());
        }
    }

    private static Link token(Options options, boolean taken) {
        boolean messageMedia = OptionPaths.text(options, OptionPaths.GATEWAY_URL)
                .flatMap(GatewayHosts::host)
                .filter(GatewayHosts::isKnown)
                .isPresent();
        if (messageMedia && !taken) {
            return Link.broken(
                    "gateway token",
                    "MessageMedia's gateway does not take the token that Auth0 signs",
                    "gateway_authentication.secret has to be the word MessageMedia, and secret_base64_encoded false.");
        }
        int subject = length(options, "subject");
        int audience = length(options, "audience");
        return subject > LONGEST_SUBJECT || audience > LONGEST_AUDIENCE
                ? Link.broken(
                        "gateway token",
                        "subject has " + subject + " characters and audience " + audience,
                        "Auth0 takes " + LONGEST_SUBJECT + " and " + LONGEST_AUDIENCE + " at most.")
                : Link.ok("gateway token", "signed as Auth0 will, and the gateway's check passes");
    }

    private static int length(Options options, String key) {
        return OptionPaths.text(options, OptionPaths.GATEWAY_AUTHENTICATION.child(key))
                .map(String::length)
                .orElse(0);
    }

    private List<Link> account(Options options) {
        try (MessageMediaClient client =
                MessageMediaAccount.client(options, tenant, region, http).orElse(null)) {
            if (client == null) {
                return List.of(
                        Link.broken("credentials", "there is no API key and secret", "Write them under messageMedia."));
            }
            CredentialCheck check = client.check();
            List<Link> links = new ArrayList<>(List.of(credentials(check)));
            String sender = OptionPaths.text(options, OptionPaths.FROM).orElse("");
            boolean accepted = check.verdict() == CredentialCheck.Verdict.ACCEPTED;
            links.add(sender(sender, accepted ? client.senders() : Optional.empty()));
            SenderCountry.rules(sender).forEach(rule -> links.add(Link.warning("countries", rule, "")));
            return links;
        }
    }

    private static Link credentials(CredentialCheck check) {
        return switch (check.verdict()) {
            case ACCEPTED -> Link.ok("credentials", check.reason());
            case REFUSED -> Link.broken("credentials", check.reason(), Preflight.NEW_PAIR);
            case INCONCLUSIVE ->
                Link.unknown("credentials", check.reason(), "Send a code with messagemedia:try, or try again later.");
        };
    }

    private static Link sender(String sender, Optional<List<SenderAddress>> senders) {
        if (senders.isEmpty()) {
            return Link.unknown("sender", "the account's senders cannot be read", "See them in MessageMedia's Hub.");
        }
        Optional<SenderAddress> found =
                senders.get().stream().filter(candidate -> candidate.is(sender)).findFirst();
        if (found.isEmpty()) {
            return Link.warning(
                    "sender",
                    sender + " is not among the account's senders",
                    "Register it in MessageMedia: messages from another sender may fail, or come from another number.");
        }
        String status = found.get().status().toUpperCase(Locale.ROOT);
        String until =
                found.get().expiry().isEmpty() ? "" : " until " + found.get().expiry();
        return switch (status) {
            case "EXPIRED" -> Link.broken("sender", sender + " has expired", "Verify it again in MessageMedia's Hub.");
            case "EXPIRING" ->
                Link.warning(
                        "sender",
                        sender + " is approved" + until,
                        "Verify it again in MessageMedia's Hub before that day.");
            default -> Link.ok("sender", sender + " is approved" + until);
        };
    }

    private static Link template(Options options) {
        String template = OptionPaths.text(options, OptionPaths.TEMPLATE).orElse(CodeTemplate.USUAL);
        boolean liquid = OptionPaths.text(options, OptionPaths.SYNTAX)
                .filter("liquid"::equals)
                .isPresent();
        if (!(liquid ? CodeTemplate.hasVariable(template) : CodeTemplate.hasMacro(template))) {
            return Link.broken(
                    "template",
                    "it has no place for the code",
                    liquid ? "Write {{ code }} where it is to stand." : "Write @@password@@ where it is to stand.");
        }
        SmsText text = SmsText.measure(CodeTemplate.render(template, "0".repeat(CodeTemplate.length(options))));
        String found =
                "at least " + text.units() + " characters, " + text.parts() + (text.parts() == 1 ? " part" : " parts");
        return text.parts() == 1
                ? Link.ok("template", found)
                : Link.warning("template", found, "Each part is charged: shorten the template.");
    }
}
