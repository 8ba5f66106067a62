package com.messagemedia.auth0.connection;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What stands in place of a credential where a pipeline or a shell did not fill it in, or masked it. */
public final class Unexpanded {

    /** No secret is named in these words: only what kind of text it is. */
    private static final Map<Pattern, String> KINDS = Map.of(
            Pattern.compile("\\$\\([^)]*\\)"), "a variable in $() that nobody replaced",
            Pattern.compile("##[^#]*##|#\\{[^}]*}#?"), "a variable in ## that nobody replaced",
            Pattern.compile("%[A-Za-z_][A-Za-z0-9_]*%"), "a variable in %% that nobody replaced",
            Pattern.compile("\\$\\{\\{?[^}]*}?}|\\{\\{[^}]*}}"), "a variable in braces that nobody replaced",
            Pattern.compile("[*•]{3,}"), "asterisks, the mask of a secret",
            Pattern.compile("(['\"`]).*\\1"), "a text in quotes, and the quotes would be sent");

    private Unexpanded() {}

    /** What the whole text is, in words that hold none of it; empty where it may be a credential. */
    public static Optional<String> in(String text) {
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getKey().matcher(text).matches())
                .map(Map.Entry::getValue)
                .sorted()
                .findFirst();
    }

    /** What is said about such a text, after the name of the place. */
    public static String flaw(String what) {
        return "comes to " + what + ", which is no credential";
    }
}
