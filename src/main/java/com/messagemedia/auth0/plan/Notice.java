package com.messagemedia.auth0.plan;

import com.messagemedia.auth0.connection.FieldPath;
import java.util.List;

/** What a user should know about a plan although it may be applied. */
public sealed interface Notice {

    /** {@code options.use_phone_provider} is set: Auth0 will not call the gateway. */
    record PhoneProviderInUse() implements Notice {}

    /** The tenant is on the Unified Phone Experience: Auth0 may not call the gateway. */
    record UnifiedPhoneExperience() implements Notice {}

    /** The connection already could not send, and the plan does not touch what it lacks. */
    record CannotSendAlready(boolean gateway, List<FieldPath> missing) implements Notice {}

    /** Another owner's record cannot be read, so what it holds is not known. */
    record UnreadableRecord(String owner) implements Notice {}
}
