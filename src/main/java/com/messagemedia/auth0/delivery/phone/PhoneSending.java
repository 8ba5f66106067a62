package com.messagemedia.auth0.delivery.phone;

import com.messagemedia.auth0.auth0.PhoneProvider;
import com.messagemedia.auth0.delivery.ConnectionSwitch;
import com.messagemedia.auth0.delivery.phone.ActionHeader.Marked;
import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.merge.MergeInput;
import com.messagemedia.auth0.merge.ThreeWayMerge.MergeResult;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.plan.Plan.Notice;
import com.messagemedia.auth0.plan.Plan.Refusal;
import com.messagemedia.auth0.plan.SendingCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks that Action, binding and phone provider can send together, and names what a plan takes over from somebody else.
 *
 * @param manages whether the descriptor manages the tenant's phone provider
 */
record PhoneSending(boolean manages) implements SendingCheck {

    private static final Value TEXT = Value.of("text");
    private static final Value VOICE = Value.of("voice");

    @Override
    public SendingFindings of(MergeInput input, MergeResult merge) {
        List<Refusal> refusals = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        if (manages && merge.isSettled()) {
            List<FieldPath> wrong = wrong(merge.merged());
            if (!wrong.isEmpty()) {
                refusals.add(new PhoneRefusal.CannotSend(wrong));
            }
            for (String what : takeOvers(input, merge)) {
                notices.add(new PhoneNotice.TakesOver(what));
            }
        }
        Options live = input.live();
        if (ConnectionSwitch.of(live) == ConnectionSwitch.OFF) {
            notices.add(new PhoneNotice.GatewayInUse());
        }
        if (merge.isSettled() && GatewayLeftovers.stop(live, merge.merged())) {
            notices.add(new PhoneNotice.GatewayStops());
        } else if (GatewayLeftovers.maySend(live)) {
            notices.add(new PhoneNotice.GatewayStays());
        }
        return new SendingFindings(refusals, notices);
    }

    private static List<FieldPath> wrong(Options merged) {
        List<FieldPath> wrong = new ArrayList<>();
        Optional<String> code = codeIn(merged);
        if (code.isEmpty() || ActionDrafts.isStub(code.get())) {
            wrong.add(PhonePaths.CODE);
        }
        require(merged, PhonePaths.BOUND, Value.of(true), wrong);
        require(merged, PhonePaths.PROVIDER_NAME, Value.of(PhoneProvider.CUSTOM), wrong);
        require(merged, PhonePaths.DISABLED, Value.of(false), wrong);
        if (!holds(merged, TEXT)) {
            wrong.add(PhonePaths.METHODS);
        }
        return wrong;
    }

    private static void require(Options merged, FieldPath path, Value value, List<FieldPath> wrong) {
        if (!merged.get(path).equals(Optional.of(value))) {
            wrong.add(path);
        }
    }

    private static boolean holds(Options options, Value method) {
        return options.get(PhonePaths.METHODS).orElse(Value.Null.NULL) instanceof Value.Array methods
                && methods.items().contains(method);
    }

    private static List<String> takeOvers(MergeInput input, MergeResult merge) {
        List<String> found = new ArrayList<>();
        Optional<String> code = code(input, merge);
        if (code.isPresent()) {
            found.add(code.get());
        }
        boolean twilio = !input.live()
                        .get(PhonePaths.PROVIDER_NAME)
                        .equals(merge.merged().get(PhonePaths.PROVIDER_NAME))
                && input.live().get(PhonePaths.PROVIDER_NAME).isPresent();
        if (twilio) {
            found.add(
                    "The plan takes the phone provider over from Twilio. Auth0 never shows Twilio's auth token, so only"
                            + " somebody who has it can go back.");
        }
        if (holds(input.live(), VOICE) && !holds(merge.merged(), VOICE)) {
            found.add(
                    "The plan takes \"voice\" from the phone provider's delivery methods, so nobody gets a code by call"
                            + " any more.");
        }
        return found;
    }

    private static Optional<String> code(MergeInput input, MergeResult merge) {
        Optional<String> live = codeIn(input.live());
        if (!replacesCode(merge)
                || live.isEmpty()
                || input.base().owns(PhonePaths.CODE)
                || ActionDrafts.isStub(live.get())) {
            return Optional.empty();
        }
        return Optional.of(Marked.of(live.get())
                .map(Marked::header)
                .map(other -> "The plan takes the Action over from the descriptor with owner \"" + other.owner()
                        + "\" of connection " + other.connection()
                        + ". If that one is in use, write \"phoneProvider: {manage: false}\" here instead.")
                .orElse("The plan takes over the Action for phone messages: its code, which somebody else wrote, is"
                        + " replaced."));
    }

    private static boolean replacesCode(MergeResult merge) {
        for (Decision decision : merge.decisions()) {
            if (decision instanceof Decision.Changed && decision.path().equals(PhonePaths.CODE)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> codeIn(Options options) {
        Value code = options.get(PhonePaths.CODE).orElse(Value.Null.NULL);
        return code instanceof Value.Text text ? Optional.of(text.text()) : Optional.empty();
    }

    /** The tenant's setting is what this delivery expects. */
    @Override
    public Optional<Notice> onUnifiedPhoneExperience(Plan plan) {
        return Optional.empty();
    }
}
