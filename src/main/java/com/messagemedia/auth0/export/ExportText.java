package com.messagemedia.auth0.export;

import com.messagemedia.auth0.delivery.gateway.MessageMediaExpansion;
import com.messagemedia.auth0.export.ExportDraft.ExportTarget.SignIn;
import com.messagemedia.auth0.export.ExportDraft.ExportedNames;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.GatewayHosts;
import com.messagemedia.auth0.model.OptionPaths;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.sms.Sender;
import com.messagemedia.auth0.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the text of an exported descriptor. A line that begins with # and no space becomes valid when the # is taken away. */
final class ExportText {

    private final ExportDraft draft;
    private final List<String> lines = new ArrayList<>();

    ExportText(ExportDraft draft) {
        this.draft = draft;
    }

    String whole() {
        head();
        messageMedia();
        options();
        foot();
        return String.join("\n", lines) + "\n";
    }

    private void add(String... more) {
        lines.addAll(List.of(more));
    }

    private void head() {
        add(
                StarterDescriptor.SCHEMA_LINE,
                "# Made by messagemedia:export from the connection as it was. What is not owned here stands as a comment; take",
                "# the # away to own it too. Run messagemedia:plan now: it shows no change of options, only the adoption.",
                "version: 1",
                "",
                "tenant:",
                "  " + line("domain", draft.home().domain()));
        draft.home().audience().ifPresent(audience -> add("  " + line("audience", audience)));
        signIn(draft.home().signIn());
        add(line("connection", draft.home().connection()), "");
    }

    private void signIn(SignIn way) {
        if (way instanceof SignIn.Server server) {
            add("  " + line("server", server.id()));
        } else if (way instanceof SignIn.Token) {
            add("  " + YamlText.reference("token", "env.AUTH0_TOKEN"));
        } else if (!draft.home().domain().equals(TenantAddress.SANDBOX)) {
            add(
                    "  " + YamlText.reference("clientId", "env.AUTH0_CLIENT_ID"),
                    "  " + YamlText.reference("clientSecret", "env.AUTH0_CLIENT_SECRET"));
        }
    }

    private static String line(String key, String value) {
        return YamlText.member(key, Value.of(value)).get(0);
    }

    private void messageMedia() {
        String mark = draft.messageMedia() ? "" : "#";
        if (!draft.messageMedia()) {
            explain();
        }
        add(
                mark + "messageMedia:",
                mark + "  " + YamlText.reference("apiKey", "env." + ExportedNames.API_KEY),
                mark + "  " + YamlText.reference("apiSecret", "env." + ExportedNames.API_SECRET),
                mark + "  " + sender());
        if (draft.messageMedia()) {
            gateway();
        }
        add("");
    }

    private String sender() {
        return OptionPaths.text(draft.live(), OptionPaths.FROM)
                .filter(from -> Sender.isInternational(from) || Sender.isAlphanumeric(from))
                .filter(from -> !draft.isHidden(OptionPaths.FROM))
                .map(from -> line("from", from))
                .orElse(YamlText.reference("from", "env." + ExportedNames.FROM));
    }

    private void gateway() {
        Optional<String> url = OptionPaths.text(draft.live(), OptionPaths.GATEWAY_URL)
                .filter(text -> !text.equals(MessageMediaExpansion.GATEWAY));
        url.ifPresent(text -> add("  "
                + (draft.isHidden(OptionPaths.GATEWAY_URL)
                        ? hidden("gatewayUrl", OptionPaths.GATEWAY_URL)
                        : line("gatewayUrl", text))));
        url.flatMap(GatewayHosts::host)
                .filter(host -> !GatewayHosts.isKnown(host))
                .ifPresent(host -> add("  " + line("allowGateway", host)));
    }

    private void explain() {
        if (!OptionPaths.usesGateway(draft.live())) {
            add(
                    "# To send through MessageMedia, take the # away here, and delete what stands of provider, twilio_sid, twilio_token",
                    "# and from under options. Run messagemedia:plan to see what it changes.");
        } else if (draft.isChosen(OptionPaths.PROVIDER)) {
            add(
                    "# The connection's gateway options are not exactly what messageMedia stands for, so they stand under options.",
                    "# messageMedia is shorter and is checked more; to change over, take the # away here, and delete provider,",
                    "# gateway_url, gateway_authentication and from under options. Run messagemedia:plan to see what it changes.");
        } else {
            add(
                    "# The connection's gateway options cannot be owned without changing something: they hold what this file cannot",
                    "# say, or Twilio's options stand beside them, which leave with the gateway, or another owner has them. Take the",
                    "# # away here and run messagemedia:plan to see what it changes.");
        }
    }

    private void options() {
        boolean owned = draft.live().leaves().keySet().stream().anyMatch(path -> draft.isChosen(path));
        add(owned ? "options:" : "#options:");
        draft.live().root().members().forEach((key, value) -> member(FieldPath.of(key), value, owned ? "  " : "#  "));
    }

    /** One option with all that is below it, each line after this indentation, which holds a # once nothing below is owned. */
    private void member(FieldPath path, Value value, String indentation) {
        if (draft.isMeant(path)) {
            return;
        }
        if (!YamlText.fitsLine(path.last())) {
            add("# An option is left out here: its name cannot stand in a line.");
            return;
        }
        if (!draft.isSayable(path)) {
            add("# An option is left out here: its name holds a secret.");
            return;
        }
        String start = indentation.contains("#") || draft.isChosen(path) ? indentation : indentation + "#";
        if (value instanceof Value.Tree tree && !value.isLeaf()) {
            tree(path, tree, start);
        } else if (draft.isHidden(path)) {
            add(start + hidden(path.last(), path));
        } else {
            YamlText.member(path.last(), value).forEach(line -> add(start + line));
        }
    }

    private String hidden(String key, FieldPath path) {
        return YamlText.reference(key, "env." + new ExportedNames(draft.live()).variable(path));
    }

    private void tree(FieldPath path, Value.Tree tree, String start) {
        boolean allMeant = draft.live().leavesUnder(path).keySet().stream().allMatch(draft::isMeant);
        if (!allMeant) {
            add(start + YamlText.opening(path.last()));
            tree.members().forEach((key, member) -> member(path.child(key), member, start + "  "));
        }
    }

    private void foot() {
        add(
                "",
                "# The clients that may use the connection are not exported: a client named here is enabled, none is taken away.",
                "#enabledClients: []");
    }
}
