package com.messagemedia.auth0.apply;

import static com.messagemedia.auth0.testing.Rehearsal.SMS;
import static com.messagemedia.auth0.testing.Rehearsal.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Rehearsal;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An approved plan that no longer fits is refused, and the message names the difference. */
final class OutdatedPlanTest extends SavedPlanRehearsal {

    @Test
    void movedLiveIsNamedByItsPaths() throws IOException {
        save(Choices.NONE);
        rehearsal.set("theirs.option", "1").set("from", "\"x\"").unset("name");
        refusedBecause(Choices.NONE, "Auth0 holds something else now at from, name, theirs.option");
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
        Map<String, Value> members = new LinkedHashMap<>(sms.members());
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
                    () -> other.variable("SENDER", "+61491570156").<Boolean>with(Choices.NONE, planner -> {
                        new Apply(planner).requireSame(SavedPlan.read(file()), planner.plan());
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
    void planThatCouldNotBeAppliedWhenItWasMadeIsRefused() throws Exception {
        String text = save(Choices.NONE);
        Map<String, Value> members = new LinkedHashMap<>(((Tree) Json.parse(text)).members());
        members.put("applicable", Value.of(false));
        writeWithCheck(members);
        refusedBecause(Choices.NONE, "it could not be applied when it was made");
    }
}
