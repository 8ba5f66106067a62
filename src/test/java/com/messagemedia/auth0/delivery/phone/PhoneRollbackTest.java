package com.messagemedia.auth0.delivery.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.apply.Apply;
import com.messagemedia.auth0.auth0.ActionChange;
import com.messagemedia.auth0.auth0.ActionVersion;
import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.Protection.Approval;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.PathIndex;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.redaction.Redactor;
import com.messagemedia.auth0.report.Printable.Palette;
import com.messagemedia.auth0.report.RollbackReport;
import com.messagemedia.auth0.report.ValueText;
import com.messagemedia.auth0.rollback.Backup;
import com.messagemedia.auth0.rollback.BackupPlan;
import com.messagemedia.auth0.rollback.PlannedRollback;
import com.messagemedia.auth0.rollback.RestoredValues;
import com.messagemedia.auth0.rollback.Rollback;
import com.messagemedia.auth0.rollback.RunId;
import com.messagemedia.auth0.sandbox.StartingTenant;
import com.messagemedia.auth0.testing.Choices;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A rollback restores the version of the Action that was live before, and the provider's configuration. */
final class PhoneRollbackTest extends PhoneRehearsal {

    private static final String OTHER_KEY =
            PHONE.replace("SandboxApiKey0000000", "${env.KEY}") + "  senders: {\"+44\": Acme}\n";

    /** Applies, and returns the backup. */
    private Backup apply(Choices choices) {
        return rehearsal.with(choices, planner -> {
            PreparedChange planned = planner.planToApply();
            Backup made = new BackupPlan(planned, rehearsal.descriptor(choices), Optional.empty())
                    .backup("plugin/1", new RunId("20261124T120000Z-3f9c"))
                    .orElseThrow();
            assertThat(new Apply(planner).run(planned, Approval.NOBODY)).isEqualTo(DONE);
            return made;
        });
    }

    private PlannedRollback plan(Backup backup) {
        return rehearsal.with(takingOver(), planner -> new Rollback(planner).plan(any -> backup, values()));
    }

    private RestoredValues values() {
        return new RestoredValues(Optional.empty(), name -> Optional.empty(), new PhoneDelivery());
    }

    private Outcome rollBack(Backup backup) {
        return rehearsal.with(takingOver(), planner -> {
            PlannedRollback planned = new Rollback(planner).plan(any -> backup, values());
            return new Rollback(planner)
                    .run(planned, Approval.NOBODY, false)
                    .applied()
                    .outcome();
        });
    }

    private List<String> text(PlannedRollback rollback) {
        ValueText values = new ValueText(
                rollback.planned().fingerprints(),
                new PhoneDelivery(),
                PathIndex.EMPTY,
                PathIndex.EMPTY,
                Redactor.none());
        return new RollbackReport(
                        rollback.planned().plan(),
                        values,
                        rollback.skipped(),
                        rollback.left(),
                        rollback.given(),
                        rollback.asked(),
                        Palette.PLAIN)
                .lines();
    }

    private ActionVersion live() {
        return colleague().action().deployed().orElseThrow();
    }

    private static List<String> withoutMarks(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceAll("\\(secret #[0-9a-f]{4}, [0-9]+ characters\\)", "(secret)"))
                .toList();
    }

    @Test
    void restoresTheVersionWithSecretsThatNobodyKnows() {
        on(StartingTenant.MODERN, PHONE);
        rehearsal.apply();
        ActionVersion before = live();
        rehearsal.variable("KEY", "OtherApiKey000000000").describe(OTHER_KEY);
        Backup backup = apply(Choices.NONE);
        assertThat(backup.withheld()).isEmpty();
        assertThat(live().secrets()).isNotEqualTo(before.secrets());
        assertThat(withoutMarks(text(plan(backup))).stream().skip(1))
                .containsExactly(
                        "  ~ action.code                             1 line removed",
                        "      @@ -9,7 +9,6 @@",
                        "       // SENDERS: the first that the recipient's number begins with. The longest prefixes stand first,"
                                + " the default last.",
                        "       const HOST = 'api.messagemedia.com';",
                        "       const SENDERS = [",
                        "      -  ['+44', 'Acme'],",
                        "         ['+', '+61491570156'],",
                        "       ];",
                        "       const EXPIRY_SECONDS = 300;",
                        "  ~ action.secrets.MESSAGEMEDIA_API_KEY     (secret) -> (secret)",
                        "  ~ action.secrets.MESSAGEMEDIA_API_SECRET  (secret) -> (secret)",
                        "Plan: 0 to add, 3 to change, 0 to remove. The applied record stays.");
        rehearsal.requests();
        assertThat(rollBack(backup)).isEqualTo(Outcome.APPLIED);
        assertThat(requests())
                .contains("POST /api/v2/actions/actions/00000000-0000-4000-8000-000000000001/versions/" + before.id()
                        + "/deploy")
                .noneMatch(request -> request.startsWith("PATCH"));
        assertThat(live().code()).isEqualTo(before.code());
        assertThat(live().secrets()).isEqualTo(before.secrets());
        assertThat(colleague().action().allChangesDeployed()).isTrue();
        assertThat(rollBack(backup)).isEqualTo(Outcome.NOTHING_TO_DO);
    }

    /** Auth0 shows no secret, so the plugin recognises what an apply set by the descriptor's own value alone. */
    @Test
    void recognisesTheSecretsOfAnApplyByTheDescriptorsValues() {
        on(StartingTenant.MODERN, OTHER_KEY).variable("KEY", "FirstKey000000000000");
        rehearsal.apply();
        rehearsal.variable("KEY", "SecondKey00000000000");
        Backup backup = apply(Choices.NONE);
        rehearsal.variable("KEY", "FirstKey000000000000");
        assertThat(rollBack(backup)).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(rehearsal.apply()).isEqualTo(DONE);
        assertStable();
    }

    /** What an apply of the same descriptor plans after the rollback is what the goal warns of. */
    @Test
    void restoredCodeIsStillOursAndTheNextApplyStopsOnlyAtSecrets() {
        on(StartingTenant.MODERN, PHONE);
        rehearsal.apply();
        rehearsal.describe(PHONE, "  senders: {\"+44\": Acme}\n");
        Backup code = apply(Choices.NONE);
        assertThat(rollBack(code)).isEqualTo(Outcome.APPLIED);
        assertThat(live().code()).startsWith("// messagemedia-maven-plugin {\"owner\":\"default\"");
        assertThat(rehearsal.plan().plan().conflicts()).isEmpty();
        assertThat(rehearsal.apply()).isEqualTo(DONE);
        assertThat(live().code()).contains("Acme");
        rehearsal.variable("KEY", "OtherApiKey000000000").describe(OTHER_KEY);
        Backup secrets = apply(Choices.NONE);
        assertThat(rollBack(secrets)).isEqualTo(Outcome.APPLIED);
        assertThat(rehearsal.plan().plan().conflicts()).containsExactly(PhonePaths.API_KEY, PhonePaths.API_SECRET);
    }

    @Test
    void actionOfSomebodyElseComesBackWithItsSecret() {
        on(StartingTenant.FOREIGN_ACTION, PHONE, "remove: [action.secrets.ACME_TOKEN]\n");
        ActionVersion theirs = live();
        Backup backup = apply(takingOver());
        assertThat(live().secrets()).doesNotContainKey("ACME_TOKEN");
        assertThat(rollBack(backup)).isEqualTo(Outcome.APPLIED);
        assertThat(live().code()).isEqualTo(theirs.code());
        assertThat(live().secrets()).isEqualTo(theirs.secrets());
        assertThat(rollBack(backup)).isEqualTo(Outcome.NOTHING_TO_DO);
    }

    @Test
    void removesNothingThatIsNewAndTellsHowToStopIt() {
        on(StartingTenant.MODERN, PHONE);
        Backup backup = apply(Choices.NONE);
        assertThat(text(plan(backup)).stream().skip(1))
                .containsExactly(
                        "  = action, binding.action, phoneProvider stay: new with that apply, and a rollback deletes nothing"
                                + " that sends. To stop sending, switch the phone provider off in the Auth0 dashboard under"
                                + " Branding > Phone Provider.",
                        "Plan: nothing to do. All other options already have their values from before that apply.");
        assertThat(rollBack(backup)).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(colleague().isBound()).isTrue();
        assertStable();
    }

    @Test
    void newActionThatSomebodyEditedStaysWhole() {
        on(StartingTenant.MODERN, PHONE);
        Backup backup = apply(Choices.NONE);
        colleague().changeCode("exports.onExecuteCustomPhoneProvider = async () => { theirs(); };");
        assertThat(rollBack(backup)).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(plan(backup).skipped()).isEmpty();
    }

    @Test
    void restoresTheProvidersConfiguration() {
        on(StartingTenant.MODERN, PHONE);
        rehearsal.apply();
        colleague().configureProvider("custom", false, "text", "voice");
        Tree theirs = colleague().provider().configuration();
        Backup backup =
                apply(Choices.OVERWRITE.takingOver(rehearsal.sandbox().address().domain()));
        assertThat(text(plan(backup)).stream().skip(1))
                .containsExactly(
                        "  ~ phoneProvider.configuration.delivery_methods  [\"text\"] -> [\"text\",\"voice\"]",
                        "Plan: 0 to add, 1 to change, 0 to remove. The applied record stays.");
        assertThat(rollBack(backup)).isEqualTo(Outcome.APPLIED);
        assertThat(colleague().provider().configuration()).isEqualTo(theirs);
        assertThat(rollBack(backup)).isEqualTo(Outcome.NOTHING_TO_DO);
    }

    @Test
    void cannotRestoreTwilio() {
        on(StartingTenant.TWILIO_PROVIDER, PHONE);
        Backup backup = apply(takingOver());
        Fault fault = catchThrowableOfType(Fault.class, () -> rollBack(backup));
        assertThat(fault)
                .hasMessage(
                        "Before that apply the phone provider was Twilio. A rollback cannot restore it, because Auth0 never"
                                + " shows Twilio's auth token. Nothing was written.");
        assertThat(fault.remedy())
                .isEqualTo(
                        "Choose Twilio in the Auth0 dashboard under Branding > Phone Provider, and enter its auth token.");
        assertThat(fault.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(colleague().provider().name()).isEqualTo("custom");
    }

    @Test
    void leavesTheWholeActionThatSomebodyChangedSince() {
        on(StartingTenant.MODERN, PHONE);
        rehearsal.apply();
        rehearsal.describe(PHONE, "  senders: {\"+44\": Acme}\n");
        Backup backup = apply(Choices.NONE);
        colleague().edit(ActionChange.NONE.withRuntime("node18-actions"));
        colleague().deploy();
        assertThat(text(plan(backup)))
                .contains(
                        "  = action.code                             stays: is restored only together with action.runtime,"
                                + " which was changed since that apply",
                        "  = action.runtime                          stays: changed since that apply");
        assertThat(rollBack(backup)).isEqualTo(Outcome.NOTHING_TO_DO);
    }

    @Test
    void draftOfSomebodyIsNotLost() {
        on(StartingTenant.MODERN, PHONE);
        rehearsal.apply();
        rehearsal.describe(PHONE, "  senders: {\"+44\": Acme}\n");
        Backup backup = apply(Choices.NONE);
        colleague()
                .edit(ActionChange.NONE.withCode("exports.onExecuteCustomPhoneProvider = async () => { theirs(); };"));
        Fault fault = catchThrowableOfType(Fault.class, () -> rollBack(backup));
        assertThat(fault)
                .hasMessage(
                        "The Action holds what its version before that apply does not hold, and Auth0 restores a version"
                                + " whole: it would be lost. Nothing was written.");
        assertThat(fault.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(colleague().action().code()).contains("theirs()");
    }

    @Test
    void versionThatAuth0NoLongerKeepsIsNamed() {
        on(StartingTenant.MODERN, PHONE);
        rehearsal.apply();
        rehearsal.describe(PHONE, "  senders: {\"+44\": Acme}\n");
        Backup backup = apply(Choices.NONE);
        colleague().deleteAction();
        Fault fault = catchThrowableOfType(Fault.class, () -> rollBack(backup));
        assertThat(fault)
                .hasMessage(
                        "Auth0 no longer keeps the version of the action that was live before that apply. Nothing was"
                                + " written.");
        assertThat(fault.remedy()).isEqualTo("Write into the descriptor what you want, and apply it.");
    }
}
