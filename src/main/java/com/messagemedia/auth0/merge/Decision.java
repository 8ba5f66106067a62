package com.messagemedia.auth0.merge;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Value;
import java.util.List;
import java.util.Optional;

/** The merge's decision about one leaf. A plan shows every decision. */
public sealed interface Decision {

    /** The leaf. */
    FieldPath path();

    /** Whether this changes the live options: it adds, changes or removes a value. */
    default boolean changesLive() {
        return this instanceof Added || this instanceof Changed || this instanceof Removed;
    }

    /** The live value stays as it is: unmanaged, or already as desired. */
    record Kept(FieldPath path, Value live, boolean managed) implements Decision {}

    /** A desired value is set where live has none. */
    record Added(FieldPath path, Value desired, How how) implements Decision {}

    /** A desired value replaces a live one. */
    record Changed(FieldPath path, Value live, Value desired, How how) implements Decision {}

    /** A live value is removed. */
    record Removed(FieldPath path, Value live, Reason reason) implements Decision {}

    /** Live wins a conflict by the policy {@code keep}; the applied record keeps its old base there. */
    record KeptByPolicy(FieldPath path, Optional<Value> live, Optional<Value> desired) implements Decision {}

    /** Base, desired and live disagree and the policy is {@code fail}: nothing may be written. */
    record Conflict(FieldPath path, Optional<Value> desired, Optional<Value> live, Cause cause) implements Decision {}

    /** A scalar or array would replace an object that holds these unmanaged leaves: nothing may be written. */
    record Refused(FieldPath path, Value desired, List<FieldPath> unmanaged) implements Decision {}

    /** Why a desired value may be set. */
    enum How {
        /** We own the path, and its live value is still what we applied. */
        OWNED,
        /** No applied record holds the path, so we adopt it. */
        ADOPTED,
        /** A conflict that the policy {@code overwrite} decided. */
        OVERWRITTEN
    }

    /** Why a live value is removed. */
    enum Reason {
        /** We set it, its live value is still what we applied, and the descriptor no longer names it. */
        NO_LONGER_DESIRED,
        /** The descriptor lists it under {@code remove}. */
        LISTED,
        /** A key of the previous provider, which the new one does not use. */
        PROVIDER_SWITCH,
        /** A desired value of another shape replaces it. */
        REPLACED,
        /** A conflict that the policy {@code overwrite} decided. */
        OVERWRITTEN
    }

    /**
     * Why a path is in conflict.
     *
     * @param kind the kind of disagreement
     * @param owner the other owner, if the kind is {@link Kind#CLAIMED}
     */
    record Cause(Kind kind, Optional<String> owner) {

        /** A kind of disagreement. */
        public enum Kind {
            /** Live was changed since the last apply, the descriptor was not: somebody edited live. */
            DRIFT,
            /** Both live and the descriptor were changed since the last apply. */
            BOTH_CHANGED,
            /** Live was changed since the last apply, and the descriptor no longer names the path. */
            CHANGED_BEFORE_REMOVAL,
            /** Another owner's record holds the path. */
            CLAIMED
        }

        static Cause of(Kind kind) {
            return new Cause(kind, Optional.empty());
        }
    }
}
