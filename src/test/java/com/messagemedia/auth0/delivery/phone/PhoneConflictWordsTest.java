package com.messagemedia.auth0.delivery.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.auth0.ActionChange;
import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.TenantPlanner;
import com.messagemedia.auth0.model.PathIndex;
import com.messagemedia.auth0.plan.Verification;
import com.messagemedia.auth0.redaction.Redactor;
import com.messagemedia.auth0.report.Origins;
import com.messagemedia.auth0.report.PlanReport;
import com.messagemedia.auth0.report.PlanView;
import com.messagemedia.auth0.report.Printable.Palette;
import com.messagemedia.auth0.report.ValueText;
import com.messagemedia.auth0.report.VerificationReport;
import com.messagemedia.auth0.report.VerificationReport.Finding;
import com.messagemedia.auth0.sandbox.StartingTenant;
import com.messagemedia.auth0.testing.Choices;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What plan and verify say after a colleague's edit: what happened, and only ways out that exist. */
final class PhoneConflictWordsTest extends PhoneRehearsal {

    private static final String OTHER_CODE =
            "exports.onExecuteCustomPhoneProvider = async (event, api) => { return; };\n";
    private static final String RESTORE =
            "Restore the descriptor's value with messagemedia:apply -Dmessagemedia.onConflict=overwrite.";

    static Stream<Arguments> edits() {
        return Stream.of(
                edit(
                        "other code",
                        colleague -> colleague.changeCode(OTHER_CODE),
                        "action.code: somebody deployed other code in the Action since the last apply.",
                        """
                              drift: somebody deployed other code in the Action since the last apply
                          For each conflict, choose one of these:
                            - to manage the Action by hand, write "phoneProvider: {manage: false}";
                            - to let the descriptor win, add "onConflict: {action.code: overwrite}" to it, or -Dmessagemedia.onConflict=overwrite for all;
                            - to leave Auth0's value, add "onConflict: {action.code: keep}", or -Dmessagemedia.onConflict=keep for all.
                        """,
                        RESTORE),
                edit(
                        "draft",
                        colleague -> colleague.edit(ActionChange.NONE.withCode(OTHER_CODE)),
                        "action.draft is in conflict: somebody edited the Action and did not deploy the edit, so users"
                                + " still get the deployed version.",
                        """
                              somebody edited the Action and did not deploy the edit, so users still get the deployed version
                          For each conflict, choose one of these:
                            - to end it, deploy or discard the edit in the Auth0 dashboard under Actions > Library;
                            - to let the descriptor win, add "onConflict: {action.draft: overwrite}" to it, or -Dmessagemedia.onConflict=overwrite for all.
                        """,
                        "The plan, which -q hides, explains each conflict and the ways to settle it."),
                edit(
                        "secrets",
                        colleague -> colleague.changeSecret("MESSAGEMEDIA_API_KEY", "Another0000000000000"),
                        "action.secrets.MESSAGEMEDIA_API_KEY: somebody else wrote the secret again at TIME, and Auth0"
                                + " does not show it.\n"
                                + "action.secrets.MESSAGEMEDIA_API_SECRET: somebody else wrote the secret again at"
                                + " TIME, and Auth0 does not show it.",
                        """
                              drift: somebody else wrote the secret again at TIME, and Auth0 does not show it
                              drift: somebody else wrote the secret again at TIME, and Auth0 does not show it
                          For each conflict, choose one of these:
                            - to adopt another secret, put it where the descriptor reads its own from;
                            - to let the descriptor win, add "onConflict: {action.secrets.MESSAGEMEDIA_API_KEY: overwrite, action.secrets.MESSAGEMEDIA_API_SECRET: overwrite}" to it, or -Dmessagemedia.onConflict=overwrite for all;
                            - to leave Auth0's value, add "onConflict: {action.secrets.MESSAGEMEDIA_API_KEY: keep, action.secrets.MESSAGEMEDIA_API_SECRET: keep}", or -Dmessagemedia.onConflict=keep for all.
                        """,
                        RESTORE),
                edit(
                        "binding",
                        PhoneColleague::unbind,
                        "binding.action: somebody took the Action from its trigger, so Auth0 does not run it.",
                        """
                              drift: somebody took the Action from its trigger, so Auth0 does not run it
                          For each conflict, choose one of these:
                            - to let the descriptor win, add "onConflict: {binding.action: overwrite}" to it, or -Dmessagemedia.onConflict=overwrite for all.
                        """,
                        RESTORE),
                edit(
                        "provider",
                        colleague -> colleague.configureProvider("custom", true, "text"),
                        "phoneProvider.disabled: somebody switched the phone provider off, so no phone message is"
                                + " sent.",
                        """
                              drift: somebody switched the phone provider off, so no phone message is sent
                          For each conflict, choose one of these:
                            - to let the descriptor win, add "onConflict: {phoneProvider.disabled: overwrite}" to it, or -Dmessagemedia.onConflict=overwrite for all.
                        """,
                        RESTORE),
                edit(
                        "methods",
                        colleague -> colleague.configureProvider("custom", false, "text", "voice"),
                        "phoneProvider.configuration.delivery_methods was changed in Auth0 since the last apply; the"
                                + " descriptor still has the applied value.",
                        """
                              drift: changed in Auth0 since the last apply; the descriptor still has the applied value
                          For each conflict, choose one of these:
                            - to adopt Auth0's value, write it into the descriptor;
                            - to let the descriptor win, add "onConflict: {phoneProvider.configuration.delivery_methods: overwrite}" to it, or -Dmessagemedia.onConflict=overwrite for all;
                            - to leave Auth0's value, add "onConflict: {phoneProvider.configuration.delivery_methods: keep}", or -Dmessagemedia.onConflict=keep for all.
                        """,
                        "Write Auth0's value into the descriptor, or restore the descriptor's value with"
                                + " messagemedia:apply -Dmessagemedia.onConflict=overwrite."));
    }

    private static Arguments edit(
            String name, Consumer<PhoneColleague> act, String findings, String plan, String remedy) {
        return Arguments.of(Named.of(name, act), findings, plan, remedy);
    }

    @ParameterizedTest
    @MethodSource("edits")
    void saysWhatHappenedAndTheWaysOut(Consumer<PhoneColleague> act, String findings, String plan, String remedy) {
        on(StartingTenant.MODERN, PHONE);
        rehearsal.apply();
        act.accept(colleague());
        PreparedChange found = rehearsal.with(Choices.NONE, TenantPlanner::planReadOnly);
        VerificationReport report = new VerificationReport(
                new Verification(found.plan()), new Origins(Map.of(), Map.of(), "d.yaml"), Map.of(), found.delivery());
        assertThat(withoutTimes(report.findings().stream()
                        .map(Finding::sentence)
                        .filter(sentence -> !sentence.startsWith("The applied record"))
                        .toList()))
                .isEqualTo(findings);
        assertThat(report.fault().remedy()).isEqualTo(remedy);
        assertThat(withoutTimes(planLines(found)) + "\n").isEqualTo(plan);
    }

    private static List<String> planLines(PreparedChange found) {
        ValueText values = new ValueText(
                found.fingerprints(),
                found.delivery(),
                PathIndex.EMPTY,
                PathIndex.of(found.confidentialLive()),
                Redactor.of(List.of()));
        List<String> lines = new PlanReport(
                        PlanView.of(found.plan(), values, new Origins(Map.of(), Map.of(), "d.yaml")), Palette.PLAIN)
                .lines();
        assertThat(lines.toString()).doesNotContain("Another0000000000000", "characters), descriptor (secret");
        return lines.stream()
                .filter(line -> line.matches("      (drift: |somebody ).*|    - .*|.*choose one.*"))
                .toList();
    }

    private static String withoutTimes(List<String> lines) {
        return String.join("\n", lines).replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME");
    }
}
