package com.messagemedia.auth0.sandbox.page;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Text;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.redaction.Fingerprints;
import com.messagemedia.auth0.redaction.Redactor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps secrets out of the page. It remembers each secret that it met, and removes it from every text. In place of a
 * secret the page shows a mark that changes with the value, as a plan does.
 */
final class Masks {

    /** How many secrets it remembers. It bounds the time that a text takes, and the memory. */
    private static final int REMEMBERED = 200;

    private static final List<String> PUBLISHED = List.of(
            SandboxCredentials.CLIENT_SECRET,
            SandboxCredentials.TOKEN,
            SandboxCredentials.API_KEY,
            SandboxCredentials.API_SECRET);

    private final Fingerprints fingerprints = Fingerprints.random();
    private final Set<String> secrets = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });
    private Optional<Redactor> redactor = Optional.empty();

    /** Removes these values from every later text. The word that signs the gateway's token is public. */
    synchronized void know(Collection<String> values) {
        for (String value : values) {
            if (!value.equals(SandboxCredentials.GATEWAY_SECRET) && secrets.add(value)) {
                redactor = Optional.empty();
            }
        }
    }

    /** A text without the secrets known so far. */
    synchronized String scrub(String text) {
        if (redactor.isEmpty()) {
            List<String> all = new ArrayList<>(PUBLISHED);
            all.addAll(secrets);
            redactor = Optional.of(Redactor.of(all));
        }
        return redactor.get().scrub(text);
    }

    /** What the page shows in place of a secret; it tells two values apart. */
    String mark(Value value) {
        if (value.equals(Value.Null.NULL) || value.equals(Value.of("")) || value.equals(Tree.EMPTY)) {
            return text(value);
        }
        String text = text(value);
        if (value instanceof Text) {
            know(List.of(text));
        }
        return "(secret #" + fingerprints.mark(text) + ", " + text.codePointCount(0, text.length()) + " characters)";
    }

    /** A value in which each text and number is masked. */
    Value masked(Value value) {
        if (value instanceof Tree tree) {
            Map<String, Value> members = new LinkedHashMap<>();
            tree.members().forEach((key, member) -> members.put(key, masked(member)));
            return new Tree(members);
        }
        if (value instanceof Array array) {
            return new Array(array.items().stream().map(this::masked).toList());
        }
        return value instanceof Value.Null || value instanceof Value.Bool ? value : Value.of(mark(value));
    }

    /** A value as a text: a string as it is, anything else as JSON. */
    static String text(Value value) {
        return value instanceof Text text ? text.text() : Json.write(value);
    }
}
