package com.messagemedia.auth0.export;

import com.messagemedia.auth0.delivery.ExportRules;
import com.messagemedia.auth0.export.ExportDraft.ExportTarget.SignIn;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.SandboxDomain;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the text of an exported descriptor. If a line starts with # and no space, the user can delete the # to make the
 * line valid.
 */
final class ExportText {

    private final ExportDraft draft;
    private final List<String> lines = new ArrayList<>();

    ExportText(ExportDraft draft) {
        this.draft = draft;
    }

    String whole() {
        head();
        messageMedia();
        draft.delivery().export().sections(draft.whole()).forEach(this::add);
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
                "# Made by messagemedia:export from the live connection. A comment shows an option that this file does not own;",
                "# remove its # to own it too. " + next(),
                "version: 1",
                "",
                "tenant:",
                "  " + line("domain", draft.home().domain()));
        draft.home().audience().ifPresent(audience -> add("  " + line("audience", audience)));
        signIn(draft.home().signIn());
        String way = draft.delivery().rules().name();
        if (!way.equals(StarterDescriptor.GATEWAY)) {
            add(line("delivery", way));
        }
        add(line("connection", draft.home().connection()), "");
    }

    private String next() {
        return draft.beside().isEmpty()
                ? "Run messagemedia:plan now: it shows no change of options, only the adoption."
                : "Run messagemedia:plan now: it shows what an apply sets up.";
    }

    private void signIn(SignIn way) {
        if (way instanceof SignIn.Server server) {
            add("  " + line("server", server.id()));
        } else if (way instanceof SignIn.Token) {
            add("  " + YamlText.reference("token", "env.AUTH0_TOKEN"));
        } else if (SandboxDomain.parse(draft.home().domain()).isEmpty()) {
            add(
                    "  " + YamlText.reference("clientId", "env.AUTH0_CLIENT_ID"),
                    "  " + YamlText.reference("clientSecret", "env.AUTH0_CLIENT_SECRET"));
        }
    }

    private static String line(String key, String value) {
        return YamlText.member(key, Value.of(value)).get(0);
    }

    private void messageMedia() {
        ExportRules delivery = draft.delivery().export();
        String mark = draft.messageMedia() ? "" : "#";
        if (!draft.messageMedia()) {
            lines.addAll(delivery.explanation(draft.whole(), draft::isChosen));
        }
        add(mark + "messageMedia:");
        List<String> members = draft.messageMedia()
                ? delivery.section(draft.whole(), draft::isHidden)
                : delivery.proposal(draft.whole(), draft::isHidden);
        members.forEach(line -> add(mark + "  " + line));
        add("");
    }

    private void options() {
        boolean owned = draft.live().leaves().keySet().stream().anyMatch(path -> draft.isChosen(path));
        add(owned ? "options:" : "#options:");
        draft.live().root().members().forEach((key, value) -> member(FieldPath.of(key), value, owned ? "  " : "#  "));
    }

    /**
     * Writes one option and everything below it with this indentation. The indentation holds a # if the descriptor owns
     * nothing below.
     */
    private void member(FieldPath path, Value value, String indentation) {
        if (draft.isMeant(path)) {
            return;
        }
        if (!YamlText.fitsLine(path.last())) {
            add("# An option is left out here: its name does not fit on one line.");
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
        return YamlText.reference(key, "env." + draft.variable(path));
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
                "# The export leaves out the connection's clients. Name a client here to enable it; an apply disables no other one.",
                "#enabledClients: []");
    }
}
