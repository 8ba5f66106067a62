package com.messagemedia.auth0.export;

import com.messagemedia.auth0.delivery.Delivery;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A descriptor for a connection as it is, one of several that could be written: some of its options are owned, the others
 * stand in it as comments. Its text holds no secret: each stands as a reference to an environment variable.
 *
 * @param home what the descriptor is for
 * @param live the connection's options
 * @param messageMedia whether the section {@code messageMedia} stands for the gateway's options and the sender
 * @param chosen the leaves that stand under {@code options}, besides those that {@code messageMedia} stands for
 * @param confidential the options whose value may once have come from a confidential source
 * @param delivery how messages are delivered
 */
public record ExportDraft(
        ExportTarget home,
        Options live,
        boolean messageMedia,
        Set<FieldPath> chosen,
        Set<FieldPath> confidential,
        Delivery delivery) {

    public ExportDraft {
        chosen = Set.copyOf(chosen);
        confidential = Set.copyOf(confidential);
    }

    /** The whole text. */
    public String text() {
        return new ExportText(this).whole();
    }

    /** The leaves that an apply of this descriptor takes over. */
    public Set<FieldPath> owned() {
        Set<FieldPath> owned = new TreeSet<>();
        live.leaves().keySet().stream()
                .filter(path -> (chosen.contains(path) && isSayable(path)) || isMeant(path))
                .forEach(owned::add);
        return owned;
    }

    /** The environment variables that the text refers to for options, each with the option whose value it has to hold. */
    public Map<String, FieldPath> variables() {
        Map<String, FieldPath> variables = new TreeMap<>();
        if (messageMedia) {
            variables.putAll(delivery.export().variables(live, this::isHidden));
        }
        owned().stream()
                .filter(path -> !isMeant(path) && isHidden(path))
                .forEach(path -> variables.put(variable(path), path));
        return variables;
    }

    /** Whether an option can stand in the text, owned or as a comment: not where its very name holds a secret. */
    public boolean isSayable(FieldPath path) {
        return !secrets().isNamedIn(path);
    }

    /** Whether {@code messageMedia} stands for this leaf. */
    boolean isMeant(FieldPath path) {
        return messageMedia && delivery.export().implied().contains(path);
    }

    boolean isChosen(FieldPath path) {
        return chosen.stream().anyMatch(leaf -> leaf.startsWith(path));
    }

    /** Whether the value of a leaf may not stand in the text. */
    boolean isHidden(FieldPath leaf) {
        boolean publicWord = live.get(leaf)
                .filter(value ->
                        value instanceof Value.Text said && delivery.export().isPublic(leaf, said.text()))
                .isPresent();
        return !publicWord
                && live.get(leaf).filter(value -> secrets().isIn(leaf, value)).isPresent();
    }

    /** The environment variable that stands for an option's value. */
    String variable(FieldPath path) {
        return delivery.export().variable(live, path).orElseGet(() -> usual(path));
    }

    private static String usual(FieldPath path) {
        String variable =
                String.join("_", path.segments()).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        return isAnothers(path, variable) ? "OPTION_" + variable : variable;
    }

    /** An option nobody knows may be called like a variable of every system, such as PATH or PWD; some names no shell can set. */
    private static boolean isAnothers(FieldPath path, String variable) {
        return !variable.matches("[A-Z].*") || (!variable.contains("_") && !ExportedSecrets.isKnown(path));
    }

    private ExportedSecrets secrets() {
        return new ExportedSecrets(live, confidential, delivery);
    }

    /**
     * What an exported descriptor is for.
     *
     * @param domain the tenant's domain as the descriptor names it
     * @param audience the Management API's audience; empty where it follows from the domain
     * @param signIn how the descriptor signs in
     * @param connection the connection's name or id
     */
    public record ExportTarget(String domain, Optional<String> audience, SignIn signIn, String connection) {

        /** How the descriptor signs in; no secret stands in it. */
        public sealed interface SignIn {

            /** With the client id and secret of a server of settings.xml. */
            record Server(String id) implements SignIn {}

            /** With the client id and secret in the environment, or the sandbox's own. */
            record Client() implements SignIn {}

            /** With a Management API token in the environment. */
            record Token() implements SignIn {}
        }
    }
}
