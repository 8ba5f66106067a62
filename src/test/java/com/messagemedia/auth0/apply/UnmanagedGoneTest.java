package com.messagemedia.auth0.apply;

import static com.messagemedia.auth0.testing.Rehearsal.LIST;
import static com.messagemedia.auth0.testing.Rehearsal.MESSAGE_MEDIA;
import static com.messagemedia.auth0.testing.Rehearsal.PATCH;
import static com.messagemedia.auth0.testing.Rehearsal.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.plan.AppliedRecord.Present;
import com.messagemedia.auth0.plan.Plan.Notice;
import com.messagemedia.auth0.plan.SharedMarks;
import com.messagemedia.auth0.redaction.Fingerprints;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.RehearsalTest;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UnmanagedGoneTest extends RehearsalTest {

    private void assertGone(int count) {
        assertThat(rehearsal.plan().plan().unmanagedGone()).isEqualTo(count);
    }

    private boolean someMarksAreShared() {
        return SharedMarks.among(
                (Present) rehearsal.plan().record(), rehearsal.live().leaves().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "state: file\n"})
    void wipedOptionsAreCountedAndNothingIsWritten(String state) throws IOException {
        rehearsal.describe(MESSAGE_MEDIA, state).applyTwice();
        for (int tries = 0; tries < 10 && someMarksAreShared(); tries++) {
            rehearsal.top("metadata", any -> Tree.EMPTY);
            Files.deleteIfExists(rehearsal.recordFile());
            rehearsal.applyTwice();
        }
        assertGone(0);
        rehearsal.unset("upstream_params").unset("totp.time_step").set("theirs", "1");
        assertGone(2);
        assertThat(rehearsal.plan().plan().notices()).containsExactly(new Notice.UnmanagedGone(2));
        assertThat(rehearsal.plan().plan().warnings()).isZero();
        rehearsal.assertStable(Choices.NONE);
        assertGone(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "state: file\n"})
    void applyThatWritesOptionsBeginsAnew(String state) {
        rehearsal.describe(MESSAGE_MEDIA, state).applyTwice();
        rehearsal.unset("upstream_params");
        rehearsal.describe(MESSAGE_MEDIA, state, "options: {name: ours}\n").applyTwice();
        assertGone(0);
    }

    @Test
    void marksGoWithTheOptionsAlsoWhereTheRestOfTheRecordStays() {
        rehearsal.applyTwice();
        rehearsal.describe(MESSAGE_MEDIA, "remove: [upstream_params]\n").apply();
        assertThat(rehearsal.requests()).endsWith(TOKEN, LIST, PATCH);
        assertGone(0);
        rehearsal.set("upstream_params", "{\"a\":1}").applyTwice();
        assertGone(0);
    }

    @Test
    void whatAnotherOwnerManagesIsNotOurs() {
        rehearsal.describe("owner: other\n", "options: {theirs: 1}\n").applyTwice();
        rehearsal.describe(MESSAGE_MEDIA).applyTwice();
        rehearsal.describe("owner: other\n", "options: {name: theirs}\n").applyTwice();
        rehearsal.describe(MESSAGE_MEDIA);
        assertGone(0);
    }

    @Test
    void whatTheDescriptorSetsOrRemovesNowIsInThePlan() {
        rehearsal.applyTwice();
        rehearsal.unset("upstream_params").unset("syntax");
        rehearsal.describe(
                MESSAGE_MEDIA, "options: {upstream_params: {screen_name: {alias: ours}}}\nremove: [syntax]\n");
        assertGone(0);
    }

    @Test
    void recordOfAnEarlierVersionSaysNothingAndStays() {
        rehearsal.applyTwice();
        String record = rehearsal.metadata().get("messagemedia_default");
        assertThat(record).startsWith("3.");
        rehearsal.metadata("messagemedia_default", earlier(record));
        rehearsal.unset("upstream_params");
        assertGone(0);
        rehearsal.assertStable(Choices.NONE);
    }

    /** The record as version 2 wrote it. */
    private static String earlier(String record) {
        String entries = record.substring(2, record.lastIndexOf('.', record.lastIndexOf('.') - 1));
        String body = "2." + entries;
        return body + "."
                + new Fingerprints("messagemedia applied record").of(body).substring(0, 6);
    }
}
