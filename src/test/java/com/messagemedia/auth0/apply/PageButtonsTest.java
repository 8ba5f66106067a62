package com.messagemedia.auth0.apply;

import static com.messagemedia.auth0.testing.Rehearsal.MESSAGE_MEDIA;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.auth0.ShortWaits;
import com.messagemedia.auth0.delivery.PlanExecutor.Applied;
import com.messagemedia.auth0.delivery.TenantPlanner;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.plan.Verification;
import com.messagemedia.auth0.plan.Verification.Verdict;
import com.messagemedia.auth0.sandbox.Sandbox.RecordedRequest;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.PageClient;
import com.messagemedia.auth0.testing.Rehearsal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each button of the sandbox's page does what it says, at a tenant with the SMS gateway. */
class PageButtonsTest {

    private static final String DESCRIBED = MESSAGE_MEDIA + "options: {template: \"Code @@password@@\"}\n";

    @TempDir
    Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void start() {
        // The tenant's clock stands in the past: a pause that the tenant asks for is over already.
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
        rehearsal = Rehearsal.in(folder, SandboxSettings.inMemory().withClock(clock));
        rehearsal.describe(DESCRIBED);
    }

    @AfterEach
    void stop() {
        rehearsal.close();
    }

    private void press(String button) {
        assertThat(PageClient.press(rehearsal.sandbox(), button)).isEqualTo(204);
    }

    private Plan look() {
        return rehearsal.with(Choices.NONE, TenantPlanner::planReadOnly).plan();
    }

    @ParameterizedTest
    @CsvSource({"edit-template, template", "wipe-option, from", "change-gateway, gateway_url"})
    void colleagueMakesDriftThatStopsAnApply(String button, String path) {
        rehearsal.apply();
        press(button);
        assertThat(PageClient.marks(PageClient.shown(rehearsal.sandbox()))).containsOnlyKeys(path);
        assertThat(look().conflicts()).extracting(Object::toString).containsExactly(path);
        assertThat(new Verification(look()).verdict()).isEqualTo(Verdict.DRIFT);
        rehearsal.refused();
        assertThat(rehearsal.apply(Choices.OVERWRITE).outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(look().conflicts()).isEmpty();
    }

    @Test
    void colleaguesEditAndOursAreAConflict() {
        rehearsal.apply();
        press("edit-template");
        rehearsal.describe(MESSAGE_MEDIA + "options: {template: \"New @@password@@\"}\n");
        assertThat(new Verification(look()).verdict()).isEqualTo(Verdict.CONFLICT);
        rehearsal.refused();
    }

    @Test
    void optionThatIsNotOursIsNothingToDo() {
        rehearsal.apply();
        press("edit-other");
        assertThat(rehearsal.live("brute_force_protection")).isEqualTo("false");
        rehearsal.assertStable(Choices.NONE);
        press("edit-other");
        assertThat(rehearsal.live("brute_force_protection")).isEqualTo("true");
    }

    @Test
    void refusedRequestIsTriedAgain() {
        List<String> waits = new ArrayList<>();
        Choices patient = Choices.NONE.with(ShortWaits.of(Duration.ofMinutes(1), Duration.ofSeconds(1), waits::add));
        press("rate-limit");
        assertThat(rehearsal.apply(patient).outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(waits).hasSize(1);
        assertThat(rehearsal.sandbox().requests())
                .extracting(RecordedRequest::status)
                .containsExactly(200, 429, 200, 200);
    }

    @Test
    void lostReplyIsSettledByReadingAgain() {
        press("lost-reply");
        Applied applied = rehearsal.apply();
        assertThat(applied.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(applied.settled()).isTrue();
        assertThat(rehearsal.sandbox().requests())
                .extracting(RecordedRequest::status)
                .containsExactly(200, 200, -1, 200);
        List<Tree> calls = PageClient.trees(PageClient.shown(rehearsal.sandbox()), "requests");
        assertThat(calls)
                .extracting(call -> PageClient.text(call, "status"))
                .containsExactly("200", "200", "-1", "200");
        rehearsal.assertStable(Choices.NONE);
    }

    @ParameterizedTest
    @CsvSource({"rate-limit, It waits for the next request.", "lost-reply, It waits for the next request that writes."})
    void faultWaitsForOneRequest(String button, String waits) {
        press(button);
        assertThat(PageClient.press(rehearsal.sandbox(), button)).isEqualTo(409);
        assertThat(blocked(button)).isEqualTo(waits);
    }

    private String blocked(String button) {
        return PageClient.blocked(rehearsal.sandbox(), button);
    }

    @Test
    void buttonThatNeedsAnApplySaysSo() {
        assertThat(blocked("change-gateway"))
                .isEqualTo("The connection does not use MessageMedia's gateway: run mvn messagemedia:apply first.");
        assertThat(PageClient.press(rehearsal.sandbox(), "change-gateway")).isEqualTo(409);
        rehearsal.apply();
        assertThat(blocked("change-gateway")).isEmpty();
        assertThat(blocked("edit-code")).isEqualTo("absent");
    }

    @Test
    void startingOverForgetsEverything() {
        Tree before = rehearsal.sandbox().tenant().connection("sms");
        rehearsal.apply();
        press("start-over");
        assertThat(rehearsal.sandbox().tenant().connection("sms")).isEqualTo(before);
        assertThat(rehearsal.apply().outcome()).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void codesGoToThePhone() {
        rehearsal.apply();
        press("edit-template");
        assertThat(PageClient.askForCode(rehearsal.sandbox())).isEqualTo(200);
        Tree message = PageClient.trees(PageClient.shown(rehearsal.sandbox()), "messages")
                .get(0);
        assertThat(PageClient.text(message, "text")).matches("Edited by a colleague: Code [0-9]{6}");
        assertThat(PageClient.text(message, "way")).isEqualTo("the SMS gateway");
    }
}
