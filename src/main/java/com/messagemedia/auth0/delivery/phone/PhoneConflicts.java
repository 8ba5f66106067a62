package com.messagemedia.auth0.delivery.phone;

import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.ConflictWords;
import java.util.Optional;

/** The words for a conflict at a path of Action, binding or phone provider. */
final class PhoneConflicts {

    private static final String BY_HAND = "to manage the Action by hand, write \"phoneProvider: {manage: false}\";";

    private PhoneConflicts() {}

    static ConflictWords explain(Decision.Conflict conflict) {
        FieldPath path = conflict.path();
        boolean gone = conflict.live().isEmpty();
        if (path.equals(PhonePaths.DRAFT)) {
            return ConflictWords.because("somebody edited the Action and did not deploy the edit, so users still get"
                            + " the deployed version")
                    .instead("to end it, deploy or discard the edit in the Auth0 dashboard under Actions > Library;")
                    .notToKeep();
        }
        if (path.equals(PhonePaths.BOUND)) {
            return ConflictWords.because("somebody took the Action from its trigger, so Auth0 does not run it")
                    .notToAdopt()
                    .notToKeep();
        }
        if (path.startsWith(PhonePaths.SECRETS)) {
            return secret(conflict);
        }
        if (path.head().equals(PhonePaths.ACTION) && gone) {
            return ConflictWords.because("the Action that the last apply deployed is gone from Auth0")
                    .notToAdopt()
                    .notToKeep();
        }
        if (path.equals(PhonePaths.CODE)) {
            return ConflictWords.because("somebody deployed other code in the Action since the last apply")
                    .instead(BY_HAND);
        }
        return path.head().equals(PhonePaths.ACTION)
                ? ConflictWords.USUAL.instead(BY_HAND)
                : provider(path, conflict.live());
    }

    private static ConflictWords secret(Decision.Conflict conflict) {
        return conflict.live()
                .flatMap(ActionView::lastWrite)
                .map(time -> ConflictWords.because(
                                "somebody else wrote the secret again at " + time + ", and Auth0 does not show it")
                        .instead("to adopt another secret, put it where the descriptor reads its own from;"))
                .orElseGet(() -> ConflictWords.because("the Action no longer has this secret, so it sends no message")
                        .notToAdopt()
                        .notToKeep());
    }

    private static ConflictWords provider(FieldPath path, Optional<Value> live) {
        if (path.equals(PhonePaths.DISABLED)) {
            return ConflictWords.because("somebody switched the phone provider off, so no phone message is sent")
                    .notToAdopt()
                    .notToKeep();
        }
        if (path.equals(PhonePaths.PROVIDER_NAME)) {
            return ConflictWords.because(
                            live.isEmpty()
                                    ? "somebody deleted the phone provider, so no phone message is sent"
                                    : "somebody switched the phone provider, so Auth0 does not run the Action")
                    .notToAdopt()
                    .notToKeep();
        }
        return ConflictWords.USUAL;
    }
}
