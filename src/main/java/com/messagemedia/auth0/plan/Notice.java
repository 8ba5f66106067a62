package com.messagemedia.auth0.plan;

import com.messagemedia.auth0.connection.FieldPath;
import java.util.List;

/** What a user should know about a plan although it may be applied. */
public sealed interface Notice {

    /** Whether something may be wrong with what the plan leads to, so that a build may fail for it. */
    default boolean isWarning() {
        return true;
    }

    /** {@code options.use_phone_provider} is set: Auth0 will not call the gateway. */
    record PhoneProviderInUse() implements Notice {}

    /** The tenant is on the Unified Phone Experience: Auth0 may not call the gateway. */
    record UnifiedPhoneExperience() implements Notice {}

    /** The connection already could not send, and the plan does not touch what it lacks. */
    record CannotSendAlready(boolean gateway, List<FieldPath> missing) implements Notice {}

    /** Another owner's record cannot be read, so what it holds is not known. */
    record UnreadableRecord(String owner) implements Notice {}

    /**
     * Options that nobody manages here are gone since the applied record was last written. They are nothing that an apply would
     * mend, and who removed them may have meant it.
     *
     * @param count how many, at least one
     */
    record UnmanagedGone(int count) implements Notice {
        @Override
        public boolean isWarning() {
            return false;
        }
    }
}
