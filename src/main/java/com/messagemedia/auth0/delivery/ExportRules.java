package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.auth0.ManagementClient;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A delivery's rules for a descriptor made from a live connection. */
public interface ExportRules {

    /** The environment variable for MessageMedia's API key. */
    String API_KEY = "MESSAGEMEDIA_API_KEY";

    /** The environment variable for MessageMedia's API secret. */
    String API_SECRET = "MESSAGEMEDIA_API_SECRET";

    /** Returns the options that the section {@code messageMedia} sets. */
    Set<FieldPath> implied();

    /** Returns the options that a descriptor owns if they exist, besides those that say how messages are sent. */
    List<FieldPath> wanted();

    /**
     * Returns whether an option says how these live options send messages. A descriptor owns all such options or none, so
     * credentials never mix.
     */
    boolean isPartOfSending(Options live, FieldPath path);

    /** Returns whether a value at a secret path is public knowledge. */
    boolean isPublic(FieldPath path, String text);

    /** Returns the options that name an account and give no access, even if a part of them equals a secret. */
    Set<FieldPath> identifiers();

    /** Returns the words that are valid values of these options. */
    Set<String> words();

    /**
     * Returns the members of the section {@code messageMedia} for live options, each a line without indentation.
     *
     * @param hidden the options whose value must not appear in the text
     */
    List<String> section(Options live, Predicate<FieldPath> hidden);

    /** Returns the members of a proposed section. The live options differ from what this section sets. */
    List<String> proposal(Options live, Predicate<FieldPath> hidden);

    /** Returns the comment above a proposed section: the reason, and how to change over. */
    List<String> explanation(Options live, Predicate<FieldPath> chosen);

    /** Returns the environment variables in such a section, each with the option whose value it must hold. */
    Map<String, FieldPath> variables(Options live, Predicate<FieldPath> hidden);

    /** Returns the environment variable for one of its own options; empty if the option follows the general naming. */
    Optional<String> variable(Options live, FieldPath path);

    /** Returns the scopes to read what an export needs. */
    default Scopes scopes() {
        return Scopes.READ;
    }

    /** Reads what Auth0 holds of this delivery besides the connection. All its paths are {@link #isBeside}. */
    default Options beside(ManagementClient client) {
        return Options.EMPTY;
    }

    /** Returns whether a path is no option of the connection. */
    default boolean isBeside(FieldPath path) {
        return false;
    }

    /** Returns the lines between {@code messageMedia} and {@code options}. */
    default List<String> sections(Options live) {
        return List.of();
    }

    /** Returns whether these options of a connection name who sends its messages. */
    default boolean sends(Options live) {
        return live.leaves().keySet().stream().anyMatch(path -> isPartOfSending(live, path));
    }
}
