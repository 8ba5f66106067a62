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
 * One possible descriptor for a live connection. It owns some options and shows the others as comments. Its text holds no
 * secret: each secret becomes a reference to an environment variable.
 *
 * @param home the tenant and the connection that the descriptor is for
 * @param live the connection's options
 * @param beside what Auth0 holds of the delivery besides the connection
 * @param messageMedia whether the section {@code messageMedia} replaces the gateway's options and the sender
 * @param chosen the leaves under {@code options}, without those that {@code messageMedia} replaces
 * @param confidential the options whose value may come from a confidential source
 * @param delivery the way of delivery
 */
public record ExportDraft(
        ExportTarget home,
        Options live,
        Options beside,
        boolean messageMedia,
        Set<FieldPath> chosen,
        Set<FieldPath> confidential,
        Delivery delivery) {

    public ExportDraft {
        chosen = Set.copyOf(chosen);
        confidential = Set.copyOf(confidential);
    }

    /** Returns the whole text. */
    public String text() {
        return new ExportText(this).whole();
    }

    /** Returns the leaves that an apply of this descriptor takes over. */
    public Set<FieldPath> owned() {
        Set<FieldPath> owned = new TreeSet<>();
        live.leaves().keySet().stream()
                .filter(path -> (chosen.contains(path) && isSayable(path)) || isMeant(path))
                .forEach(owned::add);
        return owned;
    }

    /** Returns the environment variables that the options refer to, each with the option whose value it holds. */
    public Map<String, FieldPath> variables() {
        Map<String, FieldPath> variables = new TreeMap<>();
        if (messageMedia) {
            variables.putAll(delivery.export().variables(whole(), this::isHidden));
        }
        owned().stream()
                .filter(path -> !isMeant(path) && isHidden(path))
                .forEach(path -> variables.put(variable(path), path));
        return variables;
    }

    /** Returns the connection's options together with what the delivery has besides. */
    Options whole() {
        Options whole = live;
        for (Map.Entry<FieldPath, Value> leaf : beside.leaves().entrySet()) {
            whole = whole.with(leaf.getKey(), leaf.getValue());
        }
        return whole;
    }

    /** Tells whether the text can name an option. It cannot if the name itself holds a secret. */
    public boolean isSayable(FieldPath path) {
        return !secrets().isNamedIn(path);
    }

    /** Tells whether {@code messageMedia} replaces this leaf. */
    boolean isMeant(FieldPath path) {
        return messageMedia && delivery.export().implied().contains(path);
    }

    boolean isChosen(FieldPath path) {
        return chosen.stream().anyMatch(leaf -> leaf.startsWith(path));
    }

    /** Tells whether the text must hide the value of a leaf. */
    boolean isHidden(FieldPath leaf) {
        boolean publicWord = live.get(leaf)
                .filter(value ->
                        value instanceof Value.Text said && delivery.export().isPublic(leaf, said.text()))
                .isPresent();
        return !publicWord
                && whole().get(leaf)
                        .filter(value -> secrets().isIn(leaf, value))
                        .isPresent();
    }

    /** Returns the environment variable that gives an option's value. */
    String variable(FieldPath path) {
        return delivery.export().variable(live, path).orElseGet(() -> usual(path));
    }

    private static String usual(FieldPath path) {
        String variable =
                String.join("_", path.segments()).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        return isAnothers(path, variable) ? "OPTION_" + variable : variable;
    }

    /**
     * Tells whether a name is unusable: a shell cannot set it, or an unknown option shares it with a system variable such as
     * PATH or PWD.
     */
    private static boolean isAnothers(FieldPath path, String variable) {
        return !variable.matches("[A-Z].*") || (!variable.contains("_") && !ExportedSecrets.isKnown(path));
    }

    private ExportedSecrets secrets() {
        return new ExportedSecrets(live, confidential, delivery);
    }

    /**
     * The tenant and the connection that an exported descriptor is for.
     *
     * @param domain the tenant's domain as the descriptor names it
     * @param audience the Management API's audience; empty if it follows from the domain
     * @param signIn how the descriptor signs in
     * @param connection the connection's name or id
     */
    public record ExportTarget(String domain, Optional<String> audience, SignIn signIn, String connection) {

        /** The way that the descriptor signs in. It holds no secret. */
        public sealed interface SignIn {

            /** Signs in with the client id and secret of a server in settings.xml. */
            record Server(String id) implements SignIn {}

            /** Signs in with the client id and secret from the environment, or with the sandbox's own. */
            record Client() implements SignIn {}

            /** Signs in with a Management API token from the environment. */
            record Token() implements SignIn {}
        }
    }
}
