package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a way of delivery knows of a descriptor that is made from a live connection. */
public interface ExportRules {

    /** The variable for MessageMedia's API key. */
    String API_KEY = "MESSAGEMEDIA_API_KEY";

    /** The variable for MessageMedia's API secret. */
    String API_SECRET = "MESSAGEMEDIA_API_SECRET";

    /** The options that the section {@code messageMedia} stands for. */
    Set<FieldPath> implied();

    /** The options of which a descriptor owns what is there, besides those that say how messages are sent. */
    List<FieldPath> wanted();

    /**
     * Whether an option says how these live options send messages. All such options are owned together or not at all, so that
     * credentials never mix.
     */
    boolean isPartOfSending(Options live, FieldPath path);

    /** Whether a value that stands at a secret path is known to everybody. */
    boolean isPublic(FieldPath path, String text);

    /** The options that name an account and open nothing, though a part of them may equal a secret. */
    Set<FieldPath> identifiers();

    /** The words that these options take. */
    Set<String> words();

    /**
     * The members of the section {@code messageMedia} that stands for live options, each a line without indentation.
     *
     * @param hidden the options whose value may not stand in the text
     */
    List<String> section(Options live, Predicate<FieldPath> hidden);

    /** The members of a section that is only proposed, as the live options are not what it stands for. */
    List<String> proposal(Options live, Predicate<FieldPath> hidden);

    /** The comment above a section that is only proposed: why, and how to change over. */
    List<String> explanation(Options live, Predicate<FieldPath> chosen);

    /** The environment variables that such a section refers to, each with the option whose value it has to hold. */
    Map<String, FieldPath> variables(Options live, Predicate<FieldPath> hidden);

    /** The environment variable for one of its own options; empty where it is named like any other option. */
    Optional<String> variable(Options live, FieldPath path);
}
