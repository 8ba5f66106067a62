package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.descriptor.DeliveryRules;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.merge.MergeRules;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.ConflictWords;
import com.messagemedia.auth0.plan.PathCodes;
import com.messagemedia.auth0.plan.SendingCheck;
import com.messagemedia.auth0.redaction.SecretPaths;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A way in which Auth0 hands messages to MessageMedia. Everything special about that way is behind this interface. Merge,
 * plan, apply, rollback, export and report use it and know nothing of the way itself.
 */
public interface Delivery {

    /** Returns the rules by which its options are merged. */
    MergeRules mergeRules();

    /** Returns the secret paths of the options that it manages. A descriptor and Auth0 have the same ones. */
    default SecretPaths secrets() {
        return rules().secrets();
    }

    /** Returns the letters of the paths in an applied record. */
    PathCodes codes();

    /** Returns the check that a descriptor's options can send. */
    SendingCheck sending(Descriptor descriptor);

    /** Returns the options that hold the credentials for MessageMedia. */
    Set<FieldPath> credentials();

    /**
     * Returns a value that passes the checks, for a reader that has no real value. The plugin never shows it and never sends
     * it.
     */
    Value standIn(FieldPath path);

    /**
     * Returns the Auth0 resources that a descriptor manages besides the connection, in write order. The plugin writes the
     * connection last. A resource may remember what it read, so each run asks for its own.
     */
    List<Resource> resources(Descriptor descriptor);

    /**
     * Returns what the descriptor wants where Auth0 holds this. A value can depend on an option that the descriptor leaves
     * alone.
     */
    default Options desired(Descriptor descriptor, Options live) {
        return descriptor.desired();
    }

    /**
     * Whether a path that the descriptor no longer names stays in Auth0, and only the applied record forgets it.
     *
     * @param live what Auth0 holds
     */
    default boolean releases(FieldPath path, Options live) {
        return false;
    }

    /**
     * Returns the texts inside longer values that may come from a source of their own, such as the senders in code. If one of
     * a descriptor's texts is confidential, those that Auth0 holds are, too.
     */
    default Set<String> textsInside(Options options) {
        return Set.of();
    }

    /** Returns what a user reads about a conflict. */
    default ConflictWords explain(Decision.Conflict conflict) {
        return ConflictWords.USUAL;
    }

    /**
     * Returns what a user reads in place of a live value that Auth0 does not show; empty for a value that it shows.
     *
     * @param live what {@link Resource#read} made of it
     */
    default Optional<String> unseen(FieldPath path, Value live) {
        return Optional.empty();
    }

    /**
     * Returns what sends messages with these options, in a few words each, for the message of a stop between two resources.
     * A delivery whose resources do not send leaves it empty.
     *
     * @param live what Auth0 holds
     */
    default List<String> senders(Options live) {
        return List.of();
    }

    /** Returns its rules for a descriptor. */
    DeliveryRules rules();

    /** Returns its rules for a descriptor made from a live connection. */
    ExportRules export();
}
