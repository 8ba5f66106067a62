package com.messagemedia.auth0.delivery.gateway;

import com.messagemedia.auth0.delivery.ExportRules;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.sms.Sender;
import com.messagemedia.auth0.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Makes a descriptor from a connection that sends through a gateway, or through Twilio with a possible change to the
 * gateway.
 */
final class GatewayExport implements ExportRules {

    private static final String FROM = "MESSAGEMEDIA_FROM";
    private static final String URL = "GATEWAY_URL";

    private static final List<FieldPath> WANTED =
            List.of(OptionPaths.FROM, OptionPaths.SYNTAX, OptionPaths.TEMPLATE, FieldPath.of("totp"));

    private static final List<FieldPath> GATEWAY = List.of(
            OptionPaths.GATEWAY_URL,
            OptionPaths.METHOD,
            OptionPaths.SUBJECT,
            OptionPaths.AUDIENCE,
            OptionPaths.SECRET,
            OptionPaths.SECRET_BASE64_ENCODED);

    private static final Set<String> WORDS =
            Set.of(OptionPaths.SMS_GATEWAY, "twilio", "bearer", "liquid", "md_with_macros");

    @Override
    public Set<FieldPath> implied() {
        return MessageMediaExpansion.PATHS;
    }

    @Override
    public List<FieldPath> wanted() {
        return WANTED;
    }

    @Override
    public boolean isPartOfSending(Options live, FieldPath path) {
        return path.equals(OptionPaths.PROVIDER)
                || (OptionPaths.usesGateway(live) ? GATEWAY : OptionPaths.twilioKeys()).contains(path);
    }

    @Override
    public boolean isPublic(FieldPath path, String text) {
        return path.equals(OptionPaths.SECRET) && text.equals(SandboxCredentials.GATEWAY_SECRET);
    }

    /** The sandbox's Twilio account ends in the same zeros as its token. */
    @Override
    public Set<FieldPath> identifiers() {
        return Set.of(OptionPaths.TWILIO_SID);
    }

    @Override
    public Set<String> words() {
        return WORDS;
    }

    @Override
    public List<String> proposal(Options live, Predicate<FieldPath> hidden) {
        return List.of(
                YamlText.reference("apiKey", "env." + API_KEY),
                YamlText.reference("apiSecret", "env." + API_SECRET),
                sender(live, hidden));
    }

    private static String sender(Options live, Predicate<FieldPath> hidden) {
        return OptionPaths.text(live, OptionPaths.FROM)
                .filter(from -> Sender.isInternational(from) || Sender.isAlphanumeric(from))
                .filter(from -> !hidden.test(OptionPaths.FROM))
                .map(from -> line("from", from))
                .orElse(YamlText.reference("from", "env." + FROM));
    }

    @Override
    public List<String> section(Options live, Predicate<FieldPath> hidden) {
        List<String> lines = new ArrayList<>(proposal(live, hidden));
        Optional<String> url = OptionPaths.text(live, OptionPaths.GATEWAY_URL)
                .filter(text -> !text.equals(MessageMediaExpansion.GATEWAY));
        url.ifPresent(text -> lines.add(
                hidden.test(OptionPaths.GATEWAY_URL)
                        ? YamlText.reference("gatewayUrl", "env." + URL)
                        : line("gatewayUrl", text)));
        url.flatMap(GatewayHosts::host)
                .filter(host -> !GatewayHosts.isKnown(host))
                .ifPresent(host -> lines.add(line("allowGateway", host)));
        return lines;
    }

    private static String line(String key, String value) {
        return YamlText.member(key, Value.of(value)).get(0);
    }

    @Override
    public List<String> explanation(Options live, Predicate<FieldPath> chosen) {
        if (!OptionPaths.usesGateway(live)) {
            return List.of(
                    "# To send through MessageMedia, uncomment these lines, and delete provider, twilio_sid, twilio_token and from",
                    "# under options, if they are there. Run messagemedia:plan to see what this changes.");
        }
        if (chosen.test(OptionPaths.PROVIDER)) {
            return List.of(
                    "# The connection's gateway options differ from those that messageMedia sets, so they are listed under options.",
                    "# messageMedia is shorter and has more checks. To use it, uncomment these lines, and delete provider,",
                    "# gateway_url, gateway_authentication and from under options. Run messagemedia:plan to see what this changes.");
        }
        return List.of(
                "# This descriptor cannot own the connection's gateway options without changing the connection: this file cannot",
                "# express their values, or Twilio's options are still there and would be removed, or another descriptor owns them.",
                "# Uncomment these lines and run messagemedia:plan to see what changes.");
    }

    @Override
    public Map<String, FieldPath> variables(Options live, Predicate<FieldPath> hidden) {
        Map<String, FieldPath> variables = new TreeMap<>();
        variables.put(API_KEY, OptionPaths.SUBJECT);
        variables.put(API_SECRET, OptionPaths.AUDIENCE);
        if (hidden.test(OptionPaths.FROM)) {
            variables.put(FROM, OptionPaths.FROM);
        }
        if (hidden.test(OptionPaths.GATEWAY_URL)) {
            variables.put(URL, OptionPaths.GATEWAY_URL);
        }
        return variables;
    }

    @Override
    public Optional<String> variable(Options live, FieldPath path) {
        boolean ours = OptionPaths.text(live, OptionPaths.GATEWAY_URL)
                .flatMap(GatewayHosts::host)
                .filter(GatewayHosts::isKnown)
                .isPresent();
        if (ours && path.equals(OptionPaths.SUBJECT)) {
            return Optional.of(API_KEY);
        }
        if (ours && path.equals(OptionPaths.AUDIENCE)) {
            return Optional.of(API_SECRET);
        }
        return path.startsWith(OptionPaths.GATEWAY_AUTHENTICATION)
                ? Optional.of("GATEWAY_" + path.last().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"))
                : Optional.empty();
    }
}
