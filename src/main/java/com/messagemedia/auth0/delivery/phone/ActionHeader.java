package com.messagemedia.auth0.delivery.phone;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.http.Json.JsonFormatException;
import com.messagemedia.auth0.merge.MergeRules;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.plan.ValuePrints;
import com.messagemedia.auth0.redaction.Fingerprints;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The first line of the Action's code: a comment that says which descriptor wrote it, and fingerprints of the code and of
 * the secrets that came with it. It travels in the same request as both. So a run that was interrupted before it wrote the
 * applied record still knows its own work.
 *
 * @param owner the descriptor's owner
 * @param connection the connection's name, which never changes and is known before Auth0 gives an id
 * @param revision the revision of the plugin's code, raised whenever that code changes
 * @param salt the salt of the fingerprints; the applied record has the same
 * @param code the fingerprint of the code below this line
 * @param secrets the fingerprint of each secret, by its name
 */
record ActionHeader(
        String owner, String connection, int revision, String salt, String code, Map<String, String> secrets) {

    private static final String START = "// messagemedia-maven-plugin ";
    private static final String OWNER = "owner";
    private static final String CONNECTION = "connection";
    private static final String REVISION = "revision";
    private static final String SALT = "salt";
    private static final String CODE = "code";
    private static final String SECRETS = "secrets";

    ActionHeader {
        secrets = Map.copyOf(secrets);
    }

    /** Returns the fingerprint of a secret. It is the same as in an applied record with this key. */
    static String print(Fingerprints key, FieldPath path, Value secret) {
        return new ValuePrints(key, MergeRules.NONE.canonical()).of(path, secret);
    }

    /** Returns whether this value of a secret came with the code. */
    boolean proves(FieldPath path, Value secret) {
        return print(new Fingerprints(salt), path, secret).equals(secrets.get(path.last()));
    }

    /** Returns the whole code: this line, and the code below it. */
    String above(String body) {
        Map<String, Value> prints = new LinkedHashMap<>();
        new TreeMap<>(secrets).forEach((name, print) -> prints.put(name, Value.of(print)));
        Map<String, Value> members = new LinkedHashMap<>();
        members.put(OWNER, Value.of(owner));
        members.put(CONNECTION, Value.of(connection));
        members.put(REVISION, Value.of(revision));
        members.put(SALT, Value.of(salt));
        members.put(CODE, Value.of(code));
        members.put(SECRETS, new Tree(prints));
        return START + Json.write(new Tree(members)) + "\n" + body;
    }

    /** Returns whether somebody with this name wrote the code, for this connection. */
    boolean isOf(String someOwner, String someConnection) {
        return owner.equals(someOwner) && connection.equals(someConnection);
    }

    /** Code with a header, as long as nobody edited the code below the header. */
    record Marked(ActionHeader header, String body) {

        /** Returns the parts of an Action's code; empty if it has no header, or somebody edited the code below it. */
        static Optional<Marked> of(String code) {
            int end = code.indexOf('\n');
            if (end < 0 || !code.startsWith(START)) {
                return Optional.empty();
            }
            String body = code.substring(end + 1);
            Optional<ActionHeader> header = parse(code.substring(START.length(), end));
            boolean whole = header.isPresent()
                    && new Fingerprints(header.get().salt())
                            .of(body)
                            .equals(header.get().code());
            return whole ? Optional.of(new Marked(header.get(), body)) : Optional.empty();
        }
    }

    private static Optional<ActionHeader> parse(String json) {
        try {
            return Json.parse(json) instanceof Tree tree ? header(tree.members()) : Optional.empty();
        } catch (JsonFormatException unused) {
            return Optional.empty();
        }
    }

    private static Optional<ActionHeader> header(Map<String, Value> members) {
        Map<String, String> secrets = new TreeMap<>();
        if (members.get(SECRETS) instanceof Tree prints) {
            for (Map.Entry<String, Value> print : prints.members().entrySet()) {
                if (print.getValue() instanceof Value.Text known) {
                    secrets.put(print.getKey(), known.text());
                }
            }
        }
        Optional<String> owner = text(members.get(OWNER));
        Optional<String> connection = text(members.get(CONNECTION));
        Optional<String> salt = text(members.get(SALT));
        Optional<String> code = text(members.get(CODE));
        Optional<Integer> revision = number(members.get(REVISION));
        boolean whole = owner.isPresent()
                && connection.isPresent()
                && salt.isPresent()
                && !salt.get().isEmpty()
                && code.isPresent()
                && revision.isPresent();
        return whole
                ? Optional.of(new ActionHeader(
                        owner.get(), connection.get(), revision.get(), salt.get(), code.get(), secrets))
                : Optional.empty();
    }

    private static Optional<String> text(@Nullable Value value) {
        return value instanceof Value.Text text ? Optional.of(text.text()) : Optional.empty();
    }

    private static Optional<Integer> number(@Nullable Value value) {
        return value instanceof Value.Numeral numeral && numeral.literal().matches("[0-9]{1,6}")
                ? Optional.of(Integer.valueOf(numeral.literal()))
                : Optional.empty();
    }
}
