package com.messagemedia.auth0.delivery.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.auth0.ActionChange;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.sandbox.StartingTenant;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Moment;
import com.messagemedia.auth0.testing.Moment.Fate;
import com.messagemedia.auth0.testing.Rehearsal;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an apply with the phone provider stops, it says what is done, what sends messages now, and how to go on. */
final class PhoneStopsTest extends PhoneRehearsal {

    private static final String OTHER = "  senders: {\"+44\": Acme}\n";
    private static final String GOES_ON = " The next run skips what is already written and continues with the rest.";

    private Fault stopped() {
        return stopped(Choices.NONE);
    }

    private Fault stopped(Choices choices) {
        Fault fault = catchThrowableOfType(Fault.class, () -> rehearsal.apply(choices));
        assertThat(fault.outcome()).isEqualTo(Outcome.PARTLY_APPLIED);
        return fault;
    }

    private void assertFinishes() {
        assertThat(rehearsal.apply()).isEqualTo(DONE);
        assertSingle();
        assertStable();
        assertThat(colleague().getsACode()).isTrue();
    }

    @Test
    void firstBuildThatFails() {
        on(StartingTenant.MODERN, PHONE);
        rehearsal.sandbox().failBuilds(true);
        Fault fault = stopped();
        assertThat(fault)
                .hasMessage("Auth0 could not build the new code of MessageMedia SMS. The Action's draft holds the new"
                        + " code, and no version of the Action is deployed yet. Not finished: action. Not written:"
                        + " binding, phoneProvider, the connection. Sends messages now: nothing yet.");
        assertThat(fault.remedy())
                .isEqualTo("Look at the Action in the Auth0 dashboard under Actions > Library, and apply again."
                        + GOES_ON);
        rehearsal.sandbox().failBuilds(false);
        assertFinishes();
    }

    @Test
    void recordThatOnlyTheActionMakesNewIsTold() {
        on(StartingTenant.MODERN, PHONE);
        rehearsal.apply();
        colleague().edit(ActionChange.NONE.withRuntime("node18-actions"));
        rehearsal.wire().once(Moment.of(Rehearsal.PATCH, Fate.REPLY_LOST, () -> rehearsal.set("theirs", "1")));
        rehearsal.wire().once(Moment.of(Rehearsal.READ, Fate.DELIVERED));
        rehearsal.wire().once(Moment.of(Rehearsal.READ, Fate.REFUSED));
        Fault fault = catchThrowableOfType(Fault.class, () -> rehearsal.apply(Choices.OVERWRITE));
        assertThat(fault.problem())
                .endsWith(
                        " Already written: action. Unknown: the connection. Sent messages before: the deployed Action.");
        assertThat(fault.outcome()).isEqualTo(Outcome.UNKNOWN_STATE);
        assertThat(rehearsal.apply().outcome()).isIn(Outcome.NOTHING_TO_DO, Outcome.APPLIED);
        assertStable();
    }

    @Test
    void laterBuildThatFails() {
        on(StartingTenant.MODERN, PHONE);
        rehearsal.apply();
        rehearsal.describe(PHONE, OTHER).sandbox().failBuilds(true);
        assertThat(stopped())
                .hasMessage("Auth0 could not build the new code of MessageMedia SMS. The Action's draft holds the new"
                        + " code; version 1 stays deployed, as before. Not finished: action. Not written: the"
                        + " connection. Sends messages now: the deployed Action.");
        assertThat(colleague().getsACode()).isTrue();
        rehearsal.sandbox().failBuilds(false);
        assertFinishes();
    }

    @Test
    void buildThatNeverEnds() {
        on(StartingTenant.MODERN, PHONE);
        rehearsal.wire().always(reading(body -> body.replaceAll("\"status\": ?\"[a-z]+\"", "\"status\":\"building\"")));
        Fault fault = stopped();
        assertThat(fault.problem())
                .startsWith("After 20 questions Auth0 has not built the Action's new code. The Action's draft holds");
        assertThat(fault.remedy()).isEqualTo("Apply again in a few minutes: it continues from there." + GOES_ON);
    }

    @Test
    void deploymentThatNeverEnds() {
        on(StartingTenant.MODERN, PHONE);
        rehearsal.wire().always(reading(body -> body.replaceAll("\"deployed\": ?true", "\"deployed\":false")));
        assertThat(stopped().problem())
                .startsWith("After 20 questions Auth0 has not deployed the Action's new version.");
    }

    private static Moment reading(UnaryOperator<String> meddle) {
        return Moment.of(READ_ACTION, Fate.DELIVERED).meddling(meddle);
    }

    /** The draft is built a moment later than Auth0 says. */
    @Test
    void deploymentBeforeTheBuildIsAskedForAgain() {
        on(StartingTenant.MODERN, PHONE);
        rehearsal.wire().once(reading(body -> body.replace("\"status\":\"pending\"", "\"status\":\"built\"")));
        assertThat(rehearsal.apply()).isEqualTo(DONE);
        assertThat(requests().stream().filter(DEPLOY::equals)).hasSizeGreaterThan(1);
        assertSingle(1);
        assertStable();
    }

    @Test
    void bindingRightAfterTheDeploymentIsAskedForAgain() {
        on(StartingTenant.MODERN, PHONE);
        rehearsal.wire().once(Moment.of(BIND, Fate.NOT_DEPLOYED_YET));
        assertThat(rehearsal.apply()).isEqualTo(DONE);
        assertThat(requests().stream().filter(BIND::equals)).hasSize(2);
        assertStable();
    }

    @Test
    void bindingThatAuth0NeverTakesStopsWithTheActionDeployed() {
        on(StartingTenant.MODERN, PHONE);
        for (int time = 0; time < 20; time++) {
            rehearsal.wire().once(Moment.of(BIND, Fate.NOT_DEPLOYED_YET));
        }
        assertThat(stopped().problem()).contains("Already written: action. Not written: binding, ");
        assertThat(requests().stream().filter(BIND::equals)).hasSize(20);
        assertFinishes();
    }

    /** Auth0 allows one Action for phone messages. Should a tenant have two, nobody knows which one sends. */
    @Test
    void twoActionsAreRefusedByName() {
        on(StartingTenant.MODERN, PHONE);
        rehearsal.apply();
        rehearsal.describe(PHONE, OTHER).requests();
        rehearsal.wire().once(Moment.of(ACTIONS, Fate.DELIVERED).meddling(PhoneStopsTest::twice));
        Fault fault = catchThrowableOfType(Fault.class, () -> rehearsal.apply());
        assertThat(fault)
                .hasMessage("The tenant has 2 Actions for phone messages: MessageMedia SMS, Acme SMS. Auth0 runs one of"
                        + " them and does not say which. Nothing was written.");
        assertThat(fault.remedy()).isEqualTo("Delete all but one in the Auth0 dashboard under Actions > Library.");
        assertThat(requests()).noneMatch(request -> request.startsWith("P") && !request.equals(TOKEN));
    }

    private static String twice(String list) {
        int begin = list.indexOf('[', list.indexOf("\"actions\"")) + 1;
        String action = list.substring(begin, list.lastIndexOf(']'));
        return list.substring(0, begin) + action + "," + action.replace("MessageMedia SMS", "Acme SMS")
                + list.substring(list.lastIndexOf(']'));
    }

    @Test
    void secondOfTwoTemplatesIsNotWritten() {
        on(StartingTenant.MODERN, PHONE, PhoneStep.templates("one"));
        rehearsal.wire().once(Moment.of("POST /api/v2/branding/phone/templates", Fate.DELIVERED));
        rehearsal.wire().once(Moment.of("POST /api/v2/branding/phone/templates", Fate.LIMITED_FOR_AN_HOUR));
        Fault fault = stopped();
        assertThat(fault.problem())
                .endsWith(" Only a part of phoneTemplate is written: phoneTemplate.otp_verify.text. Not written:"
                        + " phoneTemplate.otp_enroll.text. Already written: action, binding, phoneProvider. Not finished:"
                        + " phoneTemplate. Not written: the connection. Sends messages now: the deployed Action.");
        assertThat(fault.remedy()).endsWith(" Then run the goal again." + GOES_ON);
        assertFinishes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH /api/v2/actions/actions/", READ_ACTION})
    void draftThatSomebodyEditsMeanwhileIsNotDeployed(String request) {
        on(StartingTenant.MODERN, PHONE);
        rehearsal.apply();
        rehearsal.describe(PHONE, OTHER);
        String theirs = "exports.onExecuteCustomPhoneProvider = async () => { theirs(); };";
        rehearsal.wire().once(Moment.after(request, () -> colleague().edit(ActionChange.NONE.withCode(theirs))));
        assertThat(stopped().problem())
                .startsWith("Somebody edited the draft of MessageMedia SMS after this run wrote it, so it was not"
                        + " deployed.");
        assertThat(colleague().action().code()).isEqualTo(theirs);
        assertThat(colleague().getsACode()).isTrue();
        assertThat(rehearsal.plan().plan().conflicts()).hasToString("[action.draft]");
        assertThat(rehearsal.refused().outcome()).isEqualTo(Outcome.REFUSED);
    }

    static Stream<Named<ActionChange>> edits() {
        Value.Tree lodash = new Value.Tree(Map.of("name", Value.of("lodash"), "version", Value.of("4.17.21")));
        return Stream.of(
                Named.of("packages", ActionChange.NONE.withDependencies(new Value.Array(List.of(lodash)))),
                Named.of("secrets", ActionChange.NONE.withSecrets(Map.of("THEIRS", new Secret("theirs-0000000000")))));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void draftWhosePackagesOrSecretsSomebodyChangesMeanwhileIsNotDeployed(ActionChange edit) {
        on(StartingTenant.MODERN, PHONE);
        rehearsal.apply();
        rehearsal.describe(PHONE, OTHER);
        rehearsal.wire().once(Moment.after(PATCH_ACTION, () -> colleague().edit(edit)));
        assertThat(stopped().problem())
                .startsWith("Somebody edited the draft of MessageMedia SMS after this run wrote it, so it was not"
                        + " deployed.");
        assertThat(colleague().getsACode()).isTrue();
        assertThat(rehearsal.plan().plan().conflicts()).hasToString("[action.draft]");
    }

    /** A run that ended before its deployment left another key in the draft; the descriptor has the earlier key again. */
    @Test
    void draftOfAnInterruptedRunDoesNotBringItsSecretBack() {
        PhoneStep.CHANGE_SECRET.on(this);
        rehearsal.wire().once(Moment.of(DEPLOY, Fate.REFUSED));
        stopped();
        rehearsal.describe(PHONE, OTHER);
        assertThat(rehearsal.apply()).isEqualTo(DONE);
        assertThat(rehearsal.wire().bodies())
                .filteredOn(body -> body.contains("\"code\""))
                .last()
                .asString()
                .contains("SandboxApiKey0000000");
        assertStable();
    }
}
