package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.descriptor.DeliveryRules;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.merge.MergeRules;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.PathCodes;
import com.messagemedia.auth0.plan.SendingCheck;
import com.messagemedia.auth0.redaction.SecretPaths;
import java.util.List;
import java.util.Set;

/**
 * A way in which Auth0 hands messages to MessageMedia. It is the one door to everything that is special about that way; merge, plan,
 * apply, rollback, export and report ask it and name nothing of it.
 */
public interface Delivery {

    /** The name that a descriptor gives it. */
    String name();

    /** What a merge must know of the paths of its options. */
    MergeRules paths();

    /** Where the options that it manages hold secrets. */
    SecretPaths secrets();

    /** The letters that stand for paths in an applied record. */
    PathCodes codes();

    /** What its options must hold to send, for a descriptor. */
    SendingCheck sending(Descriptor descriptor);

    /** The options that hold the credentials for MessageMedia. */
    Set<FieldPath> credentials();

    /** A value of a path that the checks let pass, for one that only looks and has no value; it is never shown and never sent. */
    Value standIn(FieldPath path);

    /**
     * The things of Auth0 besides the connection that it manages, in the order in which they are written; the connection is last. They
     * are the same objects at each call.
     */
    List<Resource> resources();

    /** What it knows of a descriptor. */
    DeliveryRules rules();

    /** What it knows of a descriptor that is made from a live connection. */
    ExportRules export();
}
