package com.messagemedia.auth0.delivery.gateway;

import static com.messagemedia.auth0.testing.GatewayPlans.TARGET;
import static com.messagemedia.auth0.testing.GatewayPlans.UNIT;
import static com.messagemedia.auth0.testing.GatewayPlans.input;
import static com.messagemedia.auth0.testing.GatewayPlans.options;
import static com.messagemedia.auth0.testing.GatewayPlans.plan;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.merge.ConflictPolicies;
import com.messagemedia.auth0.merge.ConflictPolicies.ConflictPolicy;
import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.merge.MergeInput;
import com.messagemedia.auth0.merge.MergeInput.Base;
import com.messagemedia.auth0.merge.MergeInput.Desired;
import com.messagemedia.auth0.merge.MergeInput.OtherOwners;
import com.messagemedia.auth0.merge.ThreeWayMerge;
import com.messagemedia.auth0.merge.ThreeWayMerge.MergeResult;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.plan.Plan.Refusal;
import com.messagemedia.auth0.plan.Planner;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan refuses and notes, so that the connection can send and its credentials stay here. */
class GatewaySendingTest {

    @ParameterizedTest
    @ValueSource(strings = {"true", "\"unified\"", "\"true\""})
    void phoneProviderInUseIsANoticeThatNeedsAYesUnlessTheDescriptorSwitchedItOn(String value) {
        String live = "{\"use_phone_provider\":" + value + "," + UNIT + "}";
        assertThat(plan(live, "{}").notices()).containsExactly(new GatewayNotice.PhoneProviderInUse(true));
        assertThat(plan(live, "{\"use_phone_provider\":" + value + "}").notices())
                .containsExactly(new GatewayNotice.PhoneProviderInUse(false));
        assertThat(plan("{" + UNIT + "}", "{\"use_phone_provider\":" + value + "}")
                        .notices())
                .containsExactly(new GatewayNotice.PhoneProviderInUse(false));
        assertThat(plan(live, "{\"use_phone_provider\":false}").notices()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "{\"a\":1}", "\"legacy\""})
    void switchWithAValueThatNobodyReportedIsANoticeAlone(String value) {
        assertThat(plan("{\"use_phone_provider\":" + value + "," + UNIT + "}", "{}")
                        .notices())
                .containsExactly(new GatewayNotice.UnknownSwitch());
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "null", "\"\"", "\"false\""})
    void phoneProviderSwitchedOffIsNone(String value) {
        assertThat(plan("{\"use_phone_provider\":" + value + "," + UNIT + "}", "{}")
                        .notices())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gateway_url",
                "gateway_authentication.method",
                "gateway_authentication.subject",
                "gateway_authentication.audience",
                "gateway_authentication.secret"
            })
    void halfAGatewayIsRefusedWhereThePlanMakesIt(String missing) {
        Options half = options("{" + UNIT + "}").without(FieldPath.parse(missing));
        MergeInput input = new MergeInput(
                Base.NOTHING,
                new Desired(half, Set.of()),
                options("{\"a\":1}"),
                OtherOwners.NONE,
                ConflictPolicies.all(ConflictPolicy.FAIL),
                GatewayOptions.MERGE_RULES);
        assertThat(Planner.plan(TARGET, input, ThreeWayMerge.merge(input), new GatewaySending(Optional.empty()))
                        .refusals())
                .filteredOn(GatewayRefusal.CannotSend.class::isInstance)
                .containsAnyElementsOf(Stream.of(List.of(FieldPath.parse(missing)))
                        .map(paths -> new GatewayRefusal.CannotSend(true, paths))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"twilio_sid", "twilio_token"})
    void twilioKeyThatThePlanTakesAwayIsRefused(String key) {
        String live = "{\"provider\":\"twilio\",\"twilio_sid\":\"s\",\"twilio_token\":\"t\",\"a\":1}";
        MergeInput input = input(live, "{}");
        FieldPath path = FieldPath.of(key);
        Decision removed = new Decision.Removed(path, options(live).get(path).orElseThrow(), Decision.Reason.LISTED);
        MergeResult merge = new MergeResult(options(live).without(path), List.of(removed));
        Plan plan = Planner.plan(TARGET, input, merge, new GatewaySending(Optional.empty()));
        assertThat(plan.refusals()).containsExactly(new GatewayRefusal.CannotSend(false, List.of(path)));
        assertThat(plan.notices()).isEmpty();
    }

    @Test
    void connectionThatCouldNotSendBeforeIsANoticeWhereThePlanLeavesItSo() {
        Plan plan = plan("{\"provider\":\"sms_gateway\",\"a\":1}", "{\"a\":2}");
        assertThat(plan.refusals()).isEmpty();
        assertThat(plan.notices())
                .containsExactly(new GatewayNotice.CannotSendAlready(
                        true,
                        Stream.of(
                                        "gateway_url",
                                        "gateway_authentication.method",
                                        "gateway_authentication.audience",
                                        "gateway_authentication.secret")
                                .map(FieldPath::parse)
                                .toList()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void blankSecretIsAMissingOne(String blank) {
        Options desired =
                options("{" + UNIT + "}").with(FieldPath.parse("gateway_authentication.secret"), Value.of(blank));
        MergeInput input = new MergeInput(
                Base.NOTHING,
                new Desired(desired, Set.of()),
                options("{\"a\":1}"),
                OtherOwners.NONE,
                ConflictPolicies.all(ConflictPolicy.FAIL),
                GatewayOptions.MERGE_RULES);
        assertThat(Planner.plan(TARGET, input, ThreeWayMerge.merge(input), new GatewaySending(Optional.empty()))
                        .refusals())
                .containsExactly(
                        new GatewayRefusal.CannotSend(true, List.of(FieldPath.parse("gateway_authentication.secret"))));
    }

    @Test
    void gatewayThatSomebodyElseSetIsTheirs() {
        String live = "{" + UNIT.replace("auth0-api.messagemedia.com", "sms.acme.example") + ",\"a\":1}";
        assertThat(plan(live, "{\"b\":2}").refusals()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://auth0-api.messagemedia.com/m",
                "http://sms.acme.example/m",
                "https://user@sms.acme.example/m",
                "https:///m",
                "sms.acme.example",
                "not a URL"
            })
    void credentialsGoToNoGatewayInClear(String url) {
        String desired = "{" + UNIT.replace("https://auth0-api.messagemedia.com/m", url) + "}";
        MergeInput input = input("{\"a\":1}", desired);
        assertThat(Planner.plan(
                                TARGET,
                                input,
                                ThreeWayMerge.merge(input),
                                new GatewaySending(Optional.of("sms.acme.example")))
                        .refusals())
                .containsExactly(new GatewayRefusal.InsecureGateway());
    }

    @ParameterizedTest
    @CsvSource({"sms.acme.example, true", "other.example, false", "acme.example, false"})
    void allowedGatewayIsAllowedByItsWholeName(String allowed, boolean taken) {
        MergeInput input =
                input("{\"a\":1}", "{" + UNIT.replace("auth0-api.messagemedia.com", "SMS.acme.example") + "}");
        List<Refusal> refusals = Planner.plan(
                        TARGET, input, ThreeWayMerge.merge(input), new GatewaySending(Optional.of(allowed)))
                .refusals();
        assertThat(refusals)
                .isEqualTo(taken ? List.of() : List.of(new GatewayRefusal.UnknownGateway("sms.acme.example")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"a\":1                        | true",
                "\"use_phone_provider\":true    | false",
                "\"use_phone_provider\":\"no\" | false"
            })
    void unifiedExperienceIsANoticeWhereTheConnectionDoesNotSayMore(String live, boolean noticed) {
        Plan plan = plan("{" + live + "," + UNIT + "}", "{}");
        assertThat(new GatewaySending(Optional.empty()).onUnifiedPhoneExperience(plan))
                .isEqualTo(noticed ? Optional.of(new GatewayNotice.UnifiedPhoneExperience()) : Optional.empty());
    }

    @Test
    void unifiedExperienceIsNothingToTwilio() {
        Plan plan = plan("{\"provider\":\"twilio\",\"twilio_sid\":\"s\",\"twilio_token\":\"t\"}", "{}");
        assertThat(new GatewaySending(Optional.empty()).onUnifiedPhoneExperience(plan))
                .isEmpty();
    }
}
