package com.messagemedia.auth0.doctor;

import com.messagemedia.auth0.delivery.TenantClient;
import com.messagemedia.auth0.delivery.phone.PhoneAccount;
import com.messagemedia.auth0.delivery.phone.PhonePaths;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.messagemedia.AskedAccounts;
import com.messagemedia.auth0.messagemedia.MessageMediaClient;
import com.messagemedia.auth0.messagemedia.MessageMediaClient.CredentialCheck;
import com.messagemedia.auth0.messagemedia.Region;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.plan.Plan;
import java.util.Optional;

/**
 * Asks MessageMedia before a plan gives the Action other credentials or other code, which may call another region.
 *
 * @param plan the plan
 * @param descriptor the descriptor, which holds the credentials
 * @param tenant the tenant; one on loopback has its own MessageMedia
 * @param region the region that the Action calls
 */
record PhonePreflight(Plan plan, Descriptor descriptor, TenantAddress tenant, Region region) implements Preflight {

    private static final String SKIP = " To go on without this check, add -Dmessagemedia.preflight=false.";

    @Override
    public boolean isNeeded() {
        return plan.merge().decisions().stream()
                .filter(Decision::changesLive)
                .map(Decision::path)
                .anyMatch(path -> path.startsWith(PhonePaths.SECRETS) || path.equals(PhonePaths.CODE));
    }

    @Override
    public Optional<String> warning(HttpSettings http, AskedAccounts asked) {
        requireTheActionsRegion();
        HttpSettings trusting = TenantClient.http(descriptor.tenant(), http).within(MessageMediaAccount.PATIENCE);
        try (MessageMediaClient client =
                PhoneAccount.of(descriptor, tenant, region).open(trusting).orElse(null)) {
            return client == null ? Optional.empty() : warning(asked.ask(client).check());
        }
    }

    private Optional<String> warning(CredentialCheck check) {
        String unknown = "It is unknown whether MessageMedia accepts this API key and secret in region " + region.word()
                + ": " + check.reason() + ".";
        return switch (check.verdict()) {
            case ACCEPTED -> Optional.empty();
            case INCONCLUSIVE -> {
                if (isFirst()) {
                    throw new Fault(
                            unknown
                                    + " Nothing sends with them yet, and a wrong pair would lock every user out. Nothing"
                                    + " was written.",
                            "Apply again later." + SKIP,
                            Outcome.REFUSED);
                }
                yield Optional.of(unknown + " Send a code with messagemedia:try after the apply.");
            }
            case REFUSED ->
                throw new Fault(
                        "MessageMedia refuses this API key and secret in region " + region.word() + " ("
                                + check.reason()
                                + "). With them no code would arrive, and Auth0 would not report it. Nothing was"
                                + " written.",
                        PhoneAccount.newPair(region) + SKIP,
                        Outcome.REFUSED);
        };
    }

    /** An answer of another region than the Action calls would say nothing about its messages. */
    private void requireTheActionsRegion() {
        Region called = PhoneAccount.region(descriptor);
        if (called != region) {
            throw new Fault(
                    "messagemedia.region is " + region.word() + ", but the Action's code calls region " + called.word()
                            + ". Nothing was written.",
                    "Write \"region: " + region.word() + "\" under messageMedia, or leave messagemedia.region out.",
                    Outcome.REFUSED);
        }
    }

    /** Whether the Action gets a secret that it does not have yet. */
    private boolean isFirst() {
        return plan.merge().decisions().stream().anyMatch(PhonePreflight::addsSecret);
    }

    private static boolean addsSecret(Decision decision) {
        FieldPath path = decision.path();
        return decision instanceof Decision.Added && path.startsWith(PhonePaths.SECRETS);
    }
}
