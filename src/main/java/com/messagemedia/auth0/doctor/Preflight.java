package com.messagemedia.auth0.doctor;

import com.messagemedia.auth0.delivery.TenantClient;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.messagemedia.MessageMediaClient;
import com.messagemedia.auth0.messagemedia.MessageMediaClient.CredentialCheck;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import java.util.Optional;

/** Asks MessageMedia, before an apply or a rollback, whether key and secret are valid: the gateway does not report it. */
public final class Preflight {

    /** What to do if MessageMedia refuses a key and secret. */
    static final String NEW_PAIR =
            "Create a pair for Basic authentication in MessageMedia's API settings, and apply both as apiKey and"
                    + " apiSecret: a secret is shown once and belongs to its key. An account in Europe or the United States is asked with"
                    + " -Dmessagemedia.region=eu or us.";

    /** The warning for an account in a region that the published gateway does not use. */
    static final String ELSEWHERE =
            "The published gateway asked api.messagemedia.com alone, so that it may not take a key of"
                    + " another region: send a code with messagemedia:try.";

    private Preflight() {}

    /**
     * A warning if MessageMedia gives no clear answer; empty if it accepts the credentials, or if there are none.
     *
     * @throws Fault when MessageMedia refuses them
     */
    public static Optional<String> warning(MessageMediaAccount account, Descriptor descriptor, HttpSettings http) {
        HttpSettings trusting = TenantClient.http(descriptor.tenant(), http);
        try (MessageMediaClient client = account.open(trusting).orElse(null)) {
            return client == null ? Optional.empty() : warning(client.ask().check(), account.region());
        }
    }

    private static Optional<String> warning(CredentialCheck check, MessageMediaAccount.Region region) {
        return switch (check.verdict()) {
            case ACCEPTED -> region.isTheGateways() ? Optional.empty() : Optional.of(ELSEWHERE);
            case INCONCLUSIVE ->
                Optional.of("Whether MessageMedia takes the API key and secret is not known: " + check.reason()
                        + ". The gateway would not tell either; send a code with messagemedia:try.");
            case REFUSED ->
                throw new Fault(
                        "MessageMedia does not take this API key and secret (" + check.reason()
                                + "). With them no code would arrive, and Auth0 would not notice. Nothing was written.",
                        NEW_PAIR + " -Dmessagemedia.preflight=false goes on without asking.",
                        Outcome.REFUSED);
        };
    }
}
