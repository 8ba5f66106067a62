package com.messagemedia.auth0.apply;

import static com.messagemedia.auth0.testing.Rehearsal.MESSAGE_MEDIA;
import static com.messagemedia.auth0.testing.Rehearsal.SMS;
import static com.messagemedia.auth0.testing.Rehearsal.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.delivery.PlanExecutor.Applied;
import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.Protection.Approval;
import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.redaction.Fingerprints;
import com.messagemedia.auth0.store.AtomicTextFile;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Rehearsal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SavedPlanTest {

    private static final String SECTION = MESSAGE_MEDIA.replace("\"+61491570156\"", "${env.SENDER}");

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void start() {
        rehearsal = Rehearsal.in(folder).describe(SECTION).variable("SENDER", "+61491570156");
    }

    @AfterEach
    void stop() {
        rehearsal.close();
    }

    private AtomicTextFile file() {
        return new AtomicTextFile(folder.resolve("plan.json"), "plan file");
    }

    private String save(Choices choices) throws IOException {
        rehearsal.<Boolean>with(choices, sync -> {
            new Apply(sync).saved(sync.plan()).write(file());
            return true;
        });
        return Files.readString(folder.resolve("plan.json"));
    }

    private Applied applySaved(Choices choices) {
        return rehearsal.with(choices, sync -> {
            SavedPlan approved = SavedPlan.read(file());
            PreparedChange planned = sync.planToApply();
            new Apply(sync).requireSame(approved, planned);
            return new Apply(sync).run(planned, Approval.NOBODY);
        });
    }

    private void refusedBecause(Choices choices, String difference) {
        List<Tree> before = rehearsal.sandbox().tenant().connections();
        Fault fault = catchThrowableOfType(Fault.class, () -> applySaved(choices));
        assertThat(fault).hasMessage("The approved plan no longer fits: " + difference + ". Nothing was written.");
        assertThat(fault.remedy()).isEqualTo("Run messagemedia:plan again, and have the new plan approved.");
        assertThat(fault.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(rehearsal.sandbox().tenant().connections()).isEqualTo(before);
    }

    @Test
    void approvedPlanIsAppliedAndTheNextOneIsEmpty() throws IOException {
        save(Choices.NONE);
        assertThat(applySaved(Choices.NONE).outcome()).isEqualTo(Outcome.APPLIED);
        save(Choices.NONE);
        assertThat(applySaved(Choices.NONE).outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
    }

    private boolean isAlreadyApplied(Choices choices) {
        return rehearsal.with(
                choices, sync -> new Apply(sync).isAlreadyApplied(SavedPlan.read(file()), sync.planToApply()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "options: {upstream_params: {a: {alias: b}}, totp: {length: 8}}\nremove: [syntax]\n"})
    void planThatIsAppliedIsKnownAsSuch(String more) throws IOException {
        rehearsal.describe(SECTION, more).set("upstream_params", "{}");
        save(Choices.NONE);
        assertThat(isAlreadyApplied(Choices.NONE)).isFalse();
        assertThat(applySaved(Choices.NONE).outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(isAlreadyApplied(Choices.NONE)).isTrue();
        assertThat(isAlreadyApplied(Choices.NONE.with("messagemedia-maven-plugin/2.0.0")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "state: file\n"})
    void appliedPlanWhoseRemovedOptionAuth0PutBackIsKnownAsSuch(String state) throws IOException {
        rehearsal.describe(SECTION, state, "remove: [brute_force_protection, syntax]\n");
        save(Choices.NONE);
        assertThat(applySaved(Choices.NONE).resetByAuth0()).containsExactly(FieldPath.of("brute_force_protection"));
        assertThat(isAlreadyApplied(Choices.NONE)).isTrue();
        rehearsal.set("brute_force_protection", "false");
        assertThat(isAlreadyApplied(Choices.NONE)).isFalse();
        rehearsal.set("brute_force_protection", "true").set("theirs", "1");
        assertThat(isAlreadyApplied(Choices.NONE)).isFalse();
    }

    @Test
    void planOfANewConnectionThatIsAppliedIsKnownAsSuch() throws IOException {
        rehearsal.sandbox().tenant().remove(Rehearsal.SMS);
        rehearsal.describe("createIfMissing: true\n", SECTION, "options: {brute_force_protection: true}\n");
        save(Choices.NONE);
        applySaved(Choices.NONE);
        assertThat(isAlreadyApplied(Choices.NONE)).isTrue();
    }

    @Test
    void appliedPlanAfterAnotherEditIsNotTakenForOneThatIs() throws IOException {
        save(Choices.NONE);
        applySaved(Choices.NONE);
        rehearsal.set("theirs", "1");
        assertThat(isAlreadyApplied(Choices.NONE)).isFalse();
        refusedBecause(
                Choices.NONE,
                "Auth0 holds something else now at from, gateway_authentication.audience, gateway_authentication.method,"
                        + " gateway_authentication.secret, gateway_authentication.secret_base64_encoded,"
                        + " gateway_authentication.subject, gateway_url, provider, theirs, twilio_sid, twilio_token");
    }

    @Test
    void planThatHadNothingToDoIsNotCalledApplied() throws IOException {
        applySavedOnce();
        save(Choices.NONE);
        assertThat(isAlreadyApplied(Choices.NONE)).isFalse();
        assertThat(applySaved(Choices.NONE).outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
    }

    private void applySavedOnce() throws IOException {
        save(Choices.NONE);
        applySaved(Choices.NONE);
    }

    @Test
    void holdsNoValue() throws IOException {
        rehearsal.set("twilio_sid", "\"AC11111111111111111111111111111111\"").set("template", "\"Code @@password@@\"");
        String text = save(Choices.NONE);
        for (Options options :
                List.of(rehearsal.live(), rehearsal.descriptor(Choices.NONE).desired())) {
            assertThat(options.leaves().values())
                    .filteredOn(Value.Text.class::isInstance)
                    .isNotEmpty()
                    .allSatisfy(value -> assertThat(text).doesNotContain("\"" + ((Value.Text) value).text() + "\""));
        }
        assertThat(text)
                .doesNotContain(
                        SandboxCredentials.CLIENT_SECRET,
                        SandboxCredentials.API_KEY,
                        SandboxCredentials.API_SECRET,
                        SandboxCredentials.TWILIO_TOKEN,
                        "AC11111111111111111111111111111111",
                        "15550100000",
                        "61491570156",
                        "@@password@@",
                        "auth0-api.messagemedia.com");
    }

    @Test
    void samePlanIsSavedUnderAnotherKeyEachTime() throws IOException {
        assertThat(save(Choices.NONE)).isNotEqualTo(save(Choices.NONE));
    }

    @Test
    void movedLiveIsNamedByItsPaths() throws IOException {
        save(Choices.NONE);
        rehearsal.set("theirs.option", "1").set("from", "\"x\"").unset("name");
        refusedBecause(Choices.NONE, "Auth0 holds something else now at from, name, theirs.option");
    }

    @Test
    void otherSpellingOfALiveNumberIsNoMove() throws IOException {
        save(Choices.NONE);
        rehearsal.set("totp.length", "6.0");
        assertThat(applySaved(Choices.NONE).outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(rehearsal.live("totp.length")).isEqualTo("6.0");
    }

    @Test
    void changedDescriptorIsNamedByItsPaths() throws IOException {
        save(Choices.NONE);
        rehearsal.describe(SECTION, "options: {name: ours}\n");
        refusedBecause(Choices.NONE, "the descriptor, or a value it refers to, says something else now at name");
    }

    @Test
    void changedVariableIsNamedByThePathThatRefersToIt() throws IOException {
        save(Choices.NONE);
        rehearsal.variable("SENDER", "+61491570157");
        refusedBecause(Choices.NONE, "the descriptor, or a value it refers to, says something else now at from");
    }

    @Test
    void otherDecisionsAreNamedByTheirPaths() throws IOException {
        save(Choices.NONE);
        rehearsal.describe(SECTION, "remove: [name]\n");
        refusedBecause(Choices.NONE, "the plan decides otherwise now at name");
    }

    @Test
    void otherPolicyIsAnotherDecision() throws IOException {
        rehearsal.applyTwice();
        rehearsal.set("from", "\"x\"");
        save(Choices.OVERWRITE);
        refusedBecause(Choices.NONE, "the plan decides otherwise now at from");
    }

    @Test
    void otherVersionOfThePluginIsRefused() throws IOException {
        save(Choices.NONE);
        refusedBecause(
                Choices.NONE.with("messagemedia-maven-plugin/1.0.1"), "it was made by another version of the plugin");
    }

    @Test
    void otherOwnerIsRefusedThoughNothingIsRecordedYet() throws IOException {
        save(Choices.NONE);
        rehearsal.describe("owner: other\n", SECTION);
        refusedBecause(Choices.NONE, "the descriptor has another owner now");
    }

    @Test
    void otherPlaceOfTheRecordIsRefusedThoughNothingIsRecordedYet() throws IOException {
        save(Choices.NONE);
        rehearsal.describe("state: file\n", SECTION);
        refusedBecause(Choices.NONE, "the descriptor keeps the applied record elsewhere now");
    }

    @Test
    void otherEnvironmentIsRefused() throws IOException {
        rehearsal.describe(SECTION, "environments:\n  a: {owner: a}\n  b: {owner: b, connection: " + SMS + "}\n");
        save(Choices.NONE.in("a"));
        refusedBecause(Choices.NONE.in("b"), "it is for another environment");
    }

    @Test
    void otherConnectionIsRefused() throws IOException {
        rehearsal.sandbox().tenant().add((Tree) json(
                "{\"id\":\"con_Second0000000000\",\"name\":\"second\",\"strategy\":\"sms\",\"options\":{\"a\":1}}"));
        save(Choices.NONE);
        rehearsal.describe("connection: second\n", SECTION);
        refusedBecause(Choices.NONE, "it is for another connection");
    }

    @Test
    void connectionMadeAnewUnderItsNameIsAnotherOne() throws IOException {
        Tree sms = rehearsal.sandbox().tenant().connection("sms");
        save(Choices.NONE);
        rehearsal.sandbox().tenant().remove(SMS);
        Map<String, Value> members = new java.util.LinkedHashMap<>(sms.members());
        members.put("id", Value.of("con_Anew00000000000"));
        rehearsal.sandbox().tenant().add(new Tree(members));
        refusedBecause(Choices.NONE, "it is for another connection");
    }

    @Test
    void otherTenantIsRefused() throws IOException {
        save(Choices.NONE);
        try (Rehearsal other = Rehearsal.in(folder).describe(SECTION)) {
            Fault fault = catchThrowableOfType(
                    Fault.class,
                    () -> other.variable("SENDER", "+61491570156").<Boolean>with(Choices.NONE, sync -> {
                        new Apply(sync).requireSame(SavedPlan.read(file()), sync.plan());
                        return true;
                    }));
            assertThat(fault)
                    .hasMessage("The approved plan no longer fits: it is for another tenant. Nothing was written.");
        }
    }

    @Test
    void changedMetadataIsRefused() throws IOException {
        rehearsal.applyTwice();
        rehearsal.variable("SENDER", "+61491570157");
        save(Choices.NONE);
        rehearsal.metadata("theirs", "x");
        refusedBecause(Choices.NONE, "the connection's applied record or metadata has changed");
    }

    @Test
    void otherClientsAreRefused() throws IOException {
        save(Choices.NONE);
        rehearsal.describe(SECTION, "enabledClients: [ours]\n");
        refusedBecause(Choices.NONE, "other clients are to be enabled now");
    }

    @Test
    void approvedConflictIsAConflictStill() throws IOException {
        rehearsal.applyTwice();
        rehearsal.set("from", "\"x\"");
        save(Choices.NONE);
        Fault fault = catchThrowableOfType(Fault.class, () -> applySaved(Choices.NONE));
        assertThat(fault).hasMessage("The plan has 1 conflict: from. Nothing was written.");
    }

    private void refusedFile(String problem) {
        Fault fault = catchThrowableOfType(Fault.class, () -> SavedPlan.read(file()));
        assertThat(fault)
                .hasMessage("The plan file " + folder.resolve("plan.json") + " " + problem + ". Nothing was written.");
        assertThat(fault.remedy()).isEqualTo("Run messagemedia:plan again, and have the new plan approved.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "\"from\": \"~\"from\": \"A",
                "\"action\": \"remove\"~\"action\": \"change\"",
                "\"plugin\": \"~\"plugin\": \"x",
                "\"applicable\": true~\"applicable\": false",
                "\"check\": \"~\"check\": \"A"
            })
    void fileEditedByHandIsRefused(String before, String after) throws IOException {
        String text = save(Choices.NONE);
        assertThat(text).contains(before);
        rehearsal.write(folder.resolve("plan.json"), text.replace(before, after));
        refusedFile("was edited after messagemedia:plan wrote it");
    }

    @Test
    void layoutOfTheFileDoesNotMatter() throws IOException {
        String text = save(Choices.NONE);
        rehearsal.write(folder.resolve("plan.json"), text.replaceAll("\n *", " "));
        assertThat(applySaved(Choices.NONE).outcome()).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void fileCutShortIsRefused() throws IOException {
        String text = save(Choices.NONE);
        rehearsal.write(folder.resolve("plan.json"), text.substring(0, text.length() / 2));
        refusedFile("is damaged");
    }

    @Test
    void planOfAnEarlierVersionThatNamesNoReferenceIsTaken() throws Exception {
        Map<String, Value> members = new LinkedHashMap<>(((Tree) Json.parse(save(Choices.NONE))).members());
        Map<String, Value> changes = new LinkedHashMap<>();
        ((Tree) members.get("changes")).members().forEach((path, change) -> {
            Map<String, Value> rest = new LinkedHashMap<>(((Tree) change).members());
            assertThat(rest.containsKey("references")).isEqualTo(path.equals("from"));
            rest.keySet().removeAll(List.of("references", "line"));
            changes.put(path, new Tree(rest));
        });
        members.put("changes", new Tree(changes));
        members.remove("check");
        members.put("check", Value.of(new Fingerprints("messagemedia saved plan").of(Json.write(new Tree(members)))));
        Files.writeString(folder.resolve("plan.json"), Json.write(new Tree(members)));
        assertThat(applySaved(Choices.NONE).outcome()).isEqualTo(Outcome.APPLIED);
    }

    /** With a check that is right, as by somebody who knows how it is made. */
    @Test
    void planThatCouldNotBeAppliedWhenItWasMadeIsRefused() throws Exception {
        String text = save(Choices.NONE);
        Map<String, Value> members = new LinkedHashMap<>(((Tree) Json.parse(text)).members());
        members.remove("check");
        members.put("applicable", Value.of(false));
        String check = new Fingerprints("messagemedia saved plan").of(Json.write(new Tree(members)));
        members.put("check", Value.of(check));
        Files.writeString(folder.resolve("plan.json"), Json.write(new Tree(members)));
        refusedBecause(Choices.NONE, "it could not be applied when it was made");
    }
}
