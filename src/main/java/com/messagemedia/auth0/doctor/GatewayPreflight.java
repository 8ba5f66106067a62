package com.messagemedia.auth0.doctor;

import com.messagemedia.auth0.delivery.TenantClient;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.messagemedia.AskedAccounts;
import com.messagemedia.auth0.messagemedia.MessageMediaClient;
import com.messagemedia.auth0.messagemedia.MessageMediaClient.CredentialCheck;
import com.messagemedia.auth0.messagemedia.Region;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import java.util.Optional;

/**
 * Asks MessageMedia before a plan changes gateway or credentials: the gateway does not report whether they are valid.
 *
 * @param account the account after the plan
 * @param descriptor the descriptor
 */
record GatewayPreflight(MessageMediaAccount account, Descriptor descriptor) implements Preflight {

    /** What to do if MessageMedia refuses a key and secret. */
    static final String NEW_PAIR =
            "Create an API key for Basic authentication in MessageMedia's API settings, and apply the key as"
                    + " apiKey and its secret as apiSecret. MessageMedia shows a secret only once. For an account"
                    + " in Europe or the United States, add -Dmessagemedia.region=eu or us.";

    /** The warning for an account in a region that the published gateway does not use. */
    static final String ELSEWHERE =
            "The published gateway uses only api.messagemedia.com, so it may refuse a key of another region. Send"
                    + " a code with messagemedia:try.";

    @Override
    public boolean isNeeded() {
        return account.isTouched();
    }

    @Override
    public Optional<String> warning(HttpSettings http, AskedAccounts asked) {
        HttpSettings trusting = TenantClient.http(descriptor.tenant(), http);
        try (MessageMediaClient client = account.open(trusting).orElse(null)) {
            return client == null ? Optional.empty() : warning(asked.ask(client).check(), account.region());
        }
    }

    private static Optional<String> warning(CredentialCheck check, Region region) {
        return switch (check.verdict()) {
            case ACCEPTED -> region.isTheGateways() ? Optional.empty() : Optional.of(ELSEWHERE);
            case INCONCLUSIVE ->
                Optional.of("MessageMedia did not say whether the API key and secret are valid: " + check.reason()
                        + ". The gateway does not report it either. Send a code with messagemedia:try.");
            case REFUSED ->
                throw new Fault(
                        "MessageMedia refuses this API key and secret (" + check.reason()
                                + "). With them no code would arrive, and Auth0 would not report it. Nothing was"
                                + " written.",
                        NEW_PAIR + " To skip this check, add -Dmessagemedia.preflight=false.",
                        Outcome.REFUSED);
        };
    }
}
