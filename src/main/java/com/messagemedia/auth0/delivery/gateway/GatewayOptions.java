package com.messagemedia.auth0.delivery.gateway;

import com.messagemedia.auth0.delivery.RecordLetters;
import com.messagemedia.auth0.merge.Canonical;
import com.messagemedia.auth0.merge.LeavingKeys;
import com.messagemedia.auth0.merge.MergeRules;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.PathCodes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What merge and applied record must know about the gateway's options of an SMS connection. */
public final class GatewayOptions {

    /**
     * Options that Auth0 accepts and stores as booleans or as the strings "true" and "false". Source: Auth0 documentation,
     * "Set Up Custom SMS Gateway for Passwordless Connections", whose sample sends {@code "true"}.
     */
    private static final Set<FieldPath> BOOLEAN_OR_ITS_WORD = Set.of(FieldPath.of("forward_req_info"));

    /**
     * The value that Auth0 uses if a member of an object is absent. Source: Auth0 Management API, OpenAPI description,
     * {@code ConnectionGatewayAuthenticationSMS}. The description gives no other default for the options of an SMS
     * connection.
     */
    private static final Map<FieldPath, Value> DEFAULTS = Map.of(OptionPaths.SECRET_BASE64_ENCODED, Value.of(false));

    /**
     * The merge rules. The merge decides provider, URL and authentication as one unit, so credentials never mix and none
     * goes to a gateway that somebody else set. A switch to the gateway removes the Twilio keys. Source: Auth0
     * documentation, "Set Up Custom SMS Gateway for Passwordless Connections".
     */
    public static final MergeRules MERGE_RULES = new MergeRules(
            List.of(OptionPaths.PROVIDER, OptionPaths.GATEWAY_URL, OptionPaths.GATEWAY_AUTHENTICATION),
            Optional.of(
                    new LeavingKeys(OptionPaths.PROVIDER, Value.of(OptionPaths.SMS_GATEWAY), OptionPaths.twilioKeys())),
            new Canonical(BOOLEAN_OR_ITS_WORD, DEFAULTS));

    /** The letters of the paths in the applied record's format. */
    public static final PathCodes CODES = RecordLetters.CODES;

    private GatewayOptions() {}
}
