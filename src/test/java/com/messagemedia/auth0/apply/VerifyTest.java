package com.messagemedia.auth0.apply;

import static com.messagemedia.auth0.testing.Rehearsal.MESSAGE_MEDIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.messagemedia.auth0.delivery.Scopes.UnreadableOptions;
import com.messagemedia.auth0.delivery.TenantPlanner;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.plan.Verification;
import com.messagemedia.auth0.plan.Verification.Verdict;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Rehearsal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a drift check tells apart; it never writes. */
final class VerifyTest {

    private static final String OPTIONS = """
            options:
              template: "Your code is @@password@@"
            """;

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void start() {
        rehearsal = Rehearsal.in(folder).describe(MESSAGE_MEDIA, OPTIONS);
    }

    @AfterEach
    void stop() {
        rehearsal.close();
    }

    private Verification verify() {
        return verify(Choices.NONE);
    }

    private Verification verify(Choices choices) {
        List<Tree> before = rehearsal.sandbox().tenant().connections();
        rehearsal.requests();
        Verification verification = new Verification(
                rehearsal.with(choices, TenantPlanner::planReadOnly).plan());
        assertThat(rehearsal.requests()).containsExactly(Rehearsal.TOKEN, Rehearsal.LIST);
        assertThat(rehearsal.sandbox().tenant().connections()).isEqualTo(before);
        return verification;
    }

    private static List<FieldPath> paths(String... paths) {
        return List.of(paths).stream().map(FieldPath::parse).toList();
    }

    @Test
    void whatWasNeverAppliedIsPending() {
        Verification verification = verify();
        assertThat(verification.verdict()).isEqualTo(Verdict.PENDING);
        assertThat(verification.pending())
                .contains(paths("from", "template", "twilio_token").toArray(FieldPath[]::new));
        assertThat(verification.drift()).isEmpty();
    }

    @Test
    void whatWasAppliedIsInSync() {
        rehearsal.applyTwice();
        assertThat(verify().verdict()).isEqualTo(Verdict.IN_SYNC);
    }

    @Test
    void whatSomebodyElseOwnsIsNoDifference() {
        rehearsal.applyTwice();
        rehearsal.set("upstream_params", "{\"other\": {\"value\": \"x\"}}").set("disable_signup", "true");
        assertThat(verify().verdict()).isEqualTo(Verdict.IN_SYNC);
    }

    @Test
    void anEditInAuth0IsDriftWhateverThePolicyWouldOverwrite() {
        rehearsal.applyTwice();
        rehearsal.set("template", "\"Edited: @@password@@\"");
        for (Choices choices : List.of(Choices.NONE, Choices.OVERWRITE)) {
            Verification verification = verify(choices);
            assertThat(verification.verdict()).isEqualTo(Verdict.DRIFT);
            assertThat(verification.drift()).isEqualTo(paths("template"));
            assertThat(verification.conflicts()).isEmpty();
            assertThat(verification.pending()).isEmpty();
        }
    }

    @Test
    void thePolicyOfTheDescriptorIsNoOtherThanThatOfTheCaller() {
        rehearsal.describe(MESSAGE_MEDIA, OPTIONS, "onConflict: {default: fail, template: overwrite}\n");
        rehearsal.applyTwice();
        rehearsal.set("template", "\"Edited: @@password@@\"");
        assertThat(verify().drift()).isEqualTo(paths("template"));
    }

    @Test
    void whatIsKeptByPolicyIsNoDifference() {
        rehearsal.applyTwice();
        rehearsal.set("template", "\"Edited: @@password@@\"");
        assertThat(verify(Choices.KEEP).verdict()).isEqualTo(Verdict.IN_SYNC);
    }

    @Test
    void aRemovedOptionIsDriftToo() {
        rehearsal.applyTwice();
        rehearsal.unset("template");
        assertThat(verify().drift()).isEqualTo(paths("template"));
    }

    @Test
    void driftAndConflictAndPendingAreToldApart() {
        rehearsal.describe(MESSAGE_MEDIA, OPTIONS, "  name: A\n");
        rehearsal.applyTwice();
        rehearsal.describe(
                MESSAGE_MEDIA.replace("+61491570156", "+61491570157"),
                "options: {template: \"Your code is @@password@@\", name: B, totp: {length: 8}}\n");
        rehearsal.set("template", "\"Edited: @@password@@\"").set("name", "\"C\"");
        Verification verification = verify();
        assertThat(verification.verdict()).isEqualTo(Verdict.CONFLICT);
        assertThat(verification.drift()).isEqualTo(paths("template"));
        assertThat(verification.conflicts()).isEqualTo(paths("name"));
        assertThat(verification.pending()).isEqualTo(paths("from", "totp.length"));
    }

    @Test
    void anAppliedRecordThatCannotBeReadLeavesNobodyToTell() {
        rehearsal.applyTwice();
        rehearsal.set("template", "\"Edited: @@password@@\"");
        rehearsal.metadata().keySet().forEach(key -> rehearsal.metadata(key, "not a record"));
        Verification verification = verify();
        assertThat(verification.verdict()).isEqualTo(Verdict.UNREADABLE);
        assertThat(verification.drift()).isEmpty();
        assertThat(verification.conflicts()).isEqualTo(paths("template"));
    }

    @Test
    void optionsThatCannotBeReadAreAFaultOfTheirOwn() {
        rehearsal.top("options", any -> Tree.EMPTY);
        assertThatThrownBy(() -> rehearsal.with(Choices.NONE, TenantPlanner::planReadOnly))
                .isInstanceOf(UnreadableOptions.class)
                .hasMessageContaining("without options");
    }
}
