package com.messagemedia.auth0.apply;

import static com.messagemedia.auth0.testing.Rehearsal.MESSAGE_MEDIA;
import static com.messagemedia.auth0.testing.Rehearsal.SMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.redaction.Fingerprints;
import com.messagemedia.auth0.store.AtomicTextFile;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Rehearsal;
import com.messagemedia.auth0.testing.RehearsalTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fields of a saved plan: what they hold, what no plan holds, and what tells a plan that was applied before. */
final class SavedPlanFieldsTest extends RehearsalTest {

    private static final String REFERRING = MESSAGE_MEDIA.replace("\"+61491570156\"", "${env.SENDER}");

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

    private boolean isAlreadyApplied(Choices choices) {
        return rehearsal.with(
                choices, sync -> new Apply(sync).isAlreadyApplied(SavedPlan.read(file()), sync.planToApply()));
    }

    /** Each with a check that is right, as by somebody who knows how it is made; {@code ^} stands for a fingerprint. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'applicable': true | 'applicable': 'true'",
                "'applicable': true, | 'applicable': true, 'more': 1,",
                "'environment': '' | 'environment': 7",
                "'owner': 'default' | 'owner': ''",
                "'state': 'connection' | 'state': null",
                "'salt': '[^']*' | 'salt': 'short'",
                "'appliedRecord': '^' | 'appliedRecord': '^^'",
                "'live': [{][^}]*[}] | 'live': []",
                "'name': '^' | 'name': 7",
                "'name': '^' | 'name': 'short'",
                "'name': '^' | 'na..me': '01234567'",
                "'name': '^' | '[\\\\'name\\\\']': '01234567'",
                "'clients': \\[\\] | 'clients': {}",
                "'clients': \\[\\] | 'clients': [7]",
                "'action': 'add' | 'action': 'conflict'",
                "'action': 'add' | 'action': 'put'",
                "'action': 'add' | 'action': 7",
                "'action': 'add', | ``",
                "'action': 'remove' | 'action': 'keep'",
                "'action': 'remove', | 'action': 'remove', 'line': 7,",
                "'action': 'remove', | 'action': 'remove', 'references': ['env.SENDER'],",
                "'references': \\[[^]]*\\] | 'references': []",
                "'references': \\[[^]]*\\] | 'references': [7]",
                "'references': \\[[^]]*\\] | 'references': 'env.SENDER'",
                "'line': [0-9]+ | 'line': '10'",
                "'to': '^' | 'to': 7",
                "'to': '^' | 'to': '012345678'",
                "'changes': [{] | 'changes': {'new': 'add', ",
            })
    void fieldThatNoPlanHasIsRefused(String what, String other) throws Exception {
        rehearsal.describe(REFERRING).variable("SENDER", "+61491570156");
        String text =
                save(Choices.NONE).replaceAll("\n *", " ").replace("{ ", "{").replace("[ ", "[");
        String from = what.replace('\'', '"').replace("\"^\"", "\"[A-Za-z0-9_-]{8}\"");
        String edited = text.replaceFirst(from, other.replace('\'', '"').replace("^^", "0123456789"));
        assertThat(edited).isNotEqualTo(text);
        assertThat(catchThrowableOfType(Fault.class, () -> readWithCheck(text))).isNull();
        assertThat(catchThrowableOfType(Fault.class, () -> readWithCheck(edited)))
                .hasMessage("The plan file " + folder.resolve("plan.json")
                        + " is not a plan that messagemedia:plan wrote. Nothing was written.");
    }

    private void readWithCheck(String text) throws Exception {
        Map<String, Value> members = new LinkedHashMap<>(((Tree) Json.parse(text)).members());
        members.remove("check");
        members.put("check", Value.of(new Fingerprints("messagemedia saved plan").of(Json.write(new Tree(members)))));
        Files.writeString(folder.resolve("plan.json"), Json.write(new Tree(members)));
        SavedPlan.read(file());
    }

    @Test
    void changeNamesWhatTheDescriptorRefersToAndItsLine() throws IOException {
        rehearsal.describe(REFERRING).variable("SENDER", "+61491570156");
        Tree from = change("from");
        assertThat(Json.write(Rehearsal.member(from, "references"))).isEqualTo("[\"${env.SENDER}\"]");
        assertThat(Json.write(Rehearsal.member(from, "line"))).isEqualTo("9");
        assertThat(change("twilio_sid").members()).containsOnlyKeys("action", "from");
    }

    private Tree change(String path) throws IOException {
        return (Tree) Rehearsal.member(
                (Tree) Rehearsal.member((Tree) Rehearsal.json(save(Choices.NONE)), "changes"), path);
    }

    @ParameterizedTest
    @CsvSource({"fail, conflict", "keep, keep", "overwrite, change"})
    void whatAPolicyMakesOfAConflictIsTold(String policy, String action) throws IOException {
        rehearsal.applyTwice();
        rehearsal.set("from", "\"x\"").describe(MESSAGE_MEDIA, "onConflict: " + policy + "\n");
        assertThat(Json.write(Rehearsal.member(change("from"), "action"))).isEqualTo('"' + action + '"');
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
