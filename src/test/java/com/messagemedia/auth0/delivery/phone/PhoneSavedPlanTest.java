package com.messagemedia.auth0.delivery.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.apply.Apply;
import com.messagemedia.auth0.apply.SavedPlan;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.sandbox.StartingTenant;
import com.messagemedia.auth0.store.AtomicTextFile;
import com.messagemedia.auth0.testing.Choices;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A saved plan covers the Action, its binding, the provider and the templates. */
final class PhoneSavedPlanTest extends PhoneRehearsal {

    private static final String MORE = "  senders: {\"+44\": Acme}\n";

    private AtomicTextFile file() {
        return new AtomicTextFile(folder.resolve("plan.json"), "plan file");
    }

    private void save() {
        rehearsal.<Boolean>with(Choices.NONE, planner -> {
            new Apply(planner).saved(planner.plan()).write(file());
            return true;
        });
    }

    private boolean isAlreadyApplied() {
        return rehearsal.with(
                Choices.NONE,
                planner -> new Apply(planner).isAlreadyApplied(SavedPlan.read(file()), planner.planToApply()));
    }

    private Fault refusal() {
        return catchThrowableOfType(
                Fault.class,
                () -> rehearsal.<Boolean>with(Choices.NONE, planner -> {
                    new Apply(planner).requireSame(SavedPlan.read(file()), planner.planToApply());
                    return true;
                }));
    }

    @Test
    void appliedPlanIsKnownAsSuchThoughTheApplyWroteTheSecrets() {
        on(StartingTenant.MODERN, PHONE);
        save();
        assertThat(isAlreadyApplied()).isFalse();
        assertThat(rehearsal.apply()).isEqualTo(DONE);
        assertThat(isAlreadyApplied()).isTrue();
        rehearsal.variable("KEY", "OtherApiKey000000000").describe(PHONE.replace("SandboxApiKey0000000", "${env.KEY}"));
        save();
        assertThat(rehearsal.apply()).isEqualTo(DONE);
        assertThat(isAlreadyApplied()).isTrue();
        assertStable();
    }

    static Stream<Arguments> moves() {
        return Stream.of(
                move("code", colleague -> colleague.changeCode("// theirs"), "action.code"),
                move(
                        "time of the secrets",
                        colleague -> colleague.changeSecret("MESSAGEMEDIA_API_KEY", "Another0000000000000"),
                        "action.secrets.MESSAGEMEDIA_API_KEY, action.secrets.MESSAGEMEDIA_API_SECRET"),
                move(
                        "provider",
                        colleague -> colleague.configureProvider("custom", true, "text"),
                        "phoneProvider.disabled"));
    }

    private static Arguments move(String name, Consumer<PhoneColleague> act, String path) {
        return Arguments.of(Named.of(name, act), path);
    }

    @ParameterizedTest
    @MethodSource("moves")
    void planIsRefusedAfterAMove(Consumer<PhoneColleague> act, String path) {
        on(StartingTenant.MODERN, PHONE);
        rehearsal.apply();
        rehearsal.describe(PHONE, MORE);
        save();
        act.accept(colleague());
        assertThat(refusal())
                .hasMessage("The approved plan no longer fits: Auth0 holds something else now at " + path
                        + ". Nothing was written.");
        assertThat(isAlreadyApplied()).isFalse();
    }
}
