package com.messagemedia.auth0.apply;

import static com.messagemedia.auth0.testing.Rehearsal.MESSAGE_MEDIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Rehearsal;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fields of a saved plan, and fields that no plan has. */
final class SavedPlanFieldsTest extends SavedPlanRehearsal {

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
        writeWithCheck(((Tree) Json.parse(text)).members());
        SavedPlan.read(file());
    }

    @Test
    void changeNamesWhatTheDescriptorRefersToAndItsLine() throws IOException {
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
}
