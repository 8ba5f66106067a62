package com.messagemedia.auth0.merge;

import com.messagemedia.auth0.merge.Decision.Cause;
import com.messagemedia.auth0.merge.Decision.Cause.Kind;
import com.messagemedia.auth0.merge.Decision.Conflict;
import com.messagemedia.auth0.merge.Decision.Kept;
import com.messagemedia.auth0.merge.Decision.Reason;
import com.messagemedia.auth0.merge.Decision.Removed;
import com.messagemedia.auth0.model.OptionPaths;
import com.messagemedia.auth0.model.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one rule that removes what nobody's record holds: the Twilio keys leave when the descriptor asks for the SMS gateway
 * and the merged provider is it. Source: Auth0 documentation, "Set Up Custom SMS Gateway for Passwordless Connections".
 */
final class ProviderSwitch {

    private ProviderSwitch() {}

    static List<Decision> apply(MergeInput input, List<Decision> decisions, Options merged) {
        if (!OptionPaths.usesGateway(merged)
                || !OptionPaths.usesGateway(input.desired().options())) {
            return new ArrayList<>(decisions);
        }
        List<Decision> switched = new ArrayList<>();
        for (Decision decision : decisions) {
            switched.addAll(isTwilioKey(input, decision) ? remove(input, (Kept) decision) : List.of(decision));
        }
        return switched;
    }

    private static boolean isTwilioKey(MergeInput input, Decision decision) {
        return decision instanceof Kept kept
                && !kept.managed()
                && !input.base().returned(kept.path(), kept.live())
                && OptionPaths.twilioKeys().stream().anyMatch(kept.path()::startsWith);
    }

    private static List<Decision> remove(MergeInput input, Kept kept) {
        Optional<String> other = input.claims().claimedBy(kept.path());
        if (other.isEmpty()) {
            return List.of(new Removed(kept.path(), kept.live(), Reason.PROVIDER_SWITCH));
        }
        Cause claimed = new Cause(Kind.CLAIMED, other);
        return new ConflictResolver(input)
                .resolve(new Conflict(kept.path(), Optional.empty(), Optional.of(kept.live()), claimed));
    }
}
