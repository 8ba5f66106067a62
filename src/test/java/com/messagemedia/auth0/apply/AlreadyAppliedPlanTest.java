package com.messagemedia.auth0.apply;

import static com.messagemedia.auth0.testing.Rehearsal.MESSAGE_MEDIA;
import static com.messagemedia.auth0.testing.Rehearsal.SMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Rehearsal;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which approved plan counts as already applied. */
final class AlreadyAppliedPlanTest extends SavedPlanRehearsal {

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

    /** It is a colleague's now, whatever an earlier plan made of it. */
    @Test
    void removedOptionThatSomebodySetAgainIsNoAppliedPlan() throws IOException {
        rehearsal.describe(MESSAGE_MEDIA, "options: {theirs: 1}\n").applyTwice();
        rehearsal.describe(MESSAGE_MEDIA);
        save(Choices.NONE);
        rehearsal.applyTwice();
        assertThat(rehearsal.live("theirs")).isEqualTo("absent");
        assertThat(isAlreadyApplied(Choices.NONE)).isTrue();
        rehearsal.set("theirs", "1").assertStable(Choices.NONE);
        assertThat(isAlreadyApplied(Choices.NONE)).isFalse();
    }

    @Test
    void planOfAnotherEnvironmentIsNoAppliedPlanThoughAllElseIsTheSame() throws IOException {
        rehearsal.describe(MESSAGE_MEDIA, "environments:\n  one: {}\n");
        save(Choices.NONE.in("one"));
        rehearsal.applyTwice(Choices.NONE.in("one"));
        assertThat(isAlreadyApplied(Choices.NONE.in("one"))).isTrue();
        rehearsal.describe(MESSAGE_MEDIA, "environments:\n  two: {}\n").assertStable(Choices.NONE.in("two"));
        assertThat(isAlreadyApplied(Choices.NONE.in("two"))).isFalse();
    }

    @Test
    void planOfAConnectionThatWasMadeAnewIsNoAppliedPlan() throws IOException {
        save(Choices.NONE);
        rehearsal.applyTwice();
        assertThat(isAlreadyApplied(Choices.NONE)).isTrue();
        Map<String, Value> members = new LinkedHashMap<>(
                rehearsal.sandbox().tenant().connection("sms").members());
        members.put("id", Value.of("con_Anew00000000000"));
        rehearsal.sandbox().tenant().remove(SMS);
        rehearsal.sandbox().tenant().add(new Tree(members));
        rehearsal.assertStable(Choices.NONE);
        assertThat(isAlreadyApplied(Choices.NONE)).isFalse();
    }
}
