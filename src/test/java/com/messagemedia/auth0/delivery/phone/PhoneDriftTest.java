package com.messagemedia.auth0.delivery.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.auth0.ActionChange;
import com.messagemedia.auth0.delivery.TenantPlanner;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.plan.Verification;
import com.messagemedia.auth0.plan.Verification.Verdict;
import com.messagemedia.auth0.sandbox.StartingTenant;
import com.messagemedia.auth0.testing.Choices;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A colleague changes what this delivery applied: each change is drift at its own path, and overwriting mends it. */
final class PhoneDriftTest extends PhoneRehearsal {

    private static final String OTHER_CODE =
            "exports.onExecuteCustomPhoneProvider = async (event, api) => { return; };\n";

    static Stream<Arguments> edits() {
        return Stream.of(
                edit("code is edited", colleague -> colleague.changeCode(OTHER_CODE), "action.code"),
                edit(
                        "one letter below our first line is edited",
                        colleague -> colleague.changeCode(
                                colleague.action().code().replace("MESSAGEMEDIA_API_KEY", "MESSAGEMEDIA_API_KEX")),
                        "action.code"),
                edit(
                        "draft is not deployed",
                        colleague -> colleague.edit(ActionChange.NONE.withCode(OTHER_CODE)),
                        "action.draft"),
                edit(
                        "draft has another runtime",
                        colleague -> colleague.edit(ActionChange.NONE.withRuntime("node18-actions")),
                        "action.draft"),
                edit(
                        "secret is changed",
                        colleague -> colleague.changeSecret("MESSAGEMEDIA_API_KEY", "Another0000000000000"),
                        "action.secrets.MESSAGEMEDIA_API_KEY",
                        "action.secrets.MESSAGEMEDIA_API_SECRET"),
                edit("binding is gone", PhoneColleague::unbind, "binding.action"),
                edit(
                        "Action is deleted while the provider looks well",
                        PhoneColleague::deleteAction,
                        "action.code",
                        "action.dependencies",
                        "action.runtime",
                        "action.secrets.MESSAGEMEDIA_API_KEY",
                        "action.secrets.MESSAGEMEDIA_API_SECRET",
                        "binding.action"),
                edit(
                        "provider is disabled",
                        colleague -> colleague.configureProvider("custom", true, "text"),
                        "phoneProvider.disabled"),
                edit(
                        "provider calls",
                        colleague -> colleague.configureProvider("custom", false, "voice"),
                        "phoneProvider.configuration.delivery_methods"));
    }

    private static Arguments edit(String name, Consumer<PhoneColleague> act, String... drift) {
        return Arguments.of(Named.of(name, act), Arrays.asList(drift));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void isToldApartAndMended(Consumer<PhoneColleague> act, List<String> drift) {
        on(StartingTenant.MODERN, PHONE);
        rehearsal.apply();
        act.accept(colleague());
        Plan found = rehearsal.with(Choices.NONE, TenantPlanner::planReadOnly).plan();
        assertThat(found.conflicts()).extracting(Object::toString).containsExactlyElementsOf(drift);
        assertThat(new Verification(found).verdict())
                .isEqualTo(drift.contains("action.draft") ? Verdict.CONFLICT : Verdict.DRIFT);
        rehearsal.refused();
        assertThat(rehearsal.apply(Choices.OVERWRITE.takingOver(
                        rehearsal.sandbox().address().domain())))
                .isEqualTo(DONE);
        assertStable();
        assertThat(colleague().provider().disabled()).isFalse();
        assertThat(colleague().isBound()).isTrue();
    }
}
