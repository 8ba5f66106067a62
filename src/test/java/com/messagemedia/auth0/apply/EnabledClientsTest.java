package com.messagemedia.auth0.apply;

import static com.messagemedia.auth0.testing.Rehearsal.LIST;
import static com.messagemedia.auth0.testing.Rehearsal.MESSAGE_MEDIA;
import static com.messagemedia.auth0.testing.Rehearsal.PATCH;
import static com.messagemedia.auth0.testing.Rehearsal.READ;
import static com.messagemedia.auth0.testing.Rehearsal.SMS;
import static com.messagemedia.auth0.testing.Rehearsal.TOKEN;
import static com.messagemedia.auth0.testing.Rehearsal.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Moment;
import com.messagemedia.auth0.testing.Moment.Fate;
import com.messagemedia.auth0.testing.RehearsalTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EnabledClientsTest extends RehearsalTest {

    private static final String CLIENTS = READ + "/clients?take=100";
    private static final String ENABLE = PATCH + "/clients";

    private static String clients(int count) {
        return IntStream.range(0, count)
                .mapToObj(client -> "client" + client)
                .collect(Collectors.joining(", ", "enabledClients: [", "]\n"));
    }

    private List<String> enabled() {
        return ((Value.Array) member(rehearsal.sandbox().tenant().connection("sms"), "enabled_clients"))
                .items().stream().map(client -> ((Value.Text) client).text()).toList();
    }

    @Test
    void missingOnesAreAddedAndNoneIsTakenAway() {
        rehearsal.describe(MESSAGE_MEDIA, "enabledClients: [ours, sandboxAppClient0000000000000000]\n");
        rehearsal.apply();
        assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST, CLIENTS, READ, PATCH, ENABLE);
        assertThat(enabled())
                .containsExactly("sandboxWebClient0000000000000000", "sandboxAppClient0000000000000000", "ours");
        rehearsal.assertStable(Choices.NONE);
    }

    @Test
    void clientsAloneNeedNoWriteOfTheConnection() {
        rehearsal.applyTwice();
        rehearsal.describe(MESSAGE_MEDIA, clients(1));
        assertThat(rehearsal.applyTwice().outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(rehearsal.wire().bodies()).last().isEqualTo("[{\"client_id\":\"client0\",\"status\":true}]");
        assertThat(enabled()).contains("client0");
    }

    @Test
    void moreThanFiftyGoInParts() {
        rehearsal.describe(MESSAGE_MEDIA, clients(101)).apply();
        assertThat(rehearsal.requests()).filteredOn(ENABLE::equals).hasSize(3);
        assertThat(enabled()).hasSize(103);
        rehearsal.assertStable(Choices.NONE);
    }

    @Test
    void failureSaysThatTheOptionsWereApplied() {
        rehearsal.describe(MESSAGE_MEDIA, clients(2)).wire().once(Moment.of(ENABLE, Fate.REFUSED));
        rehearsal.wire().once(Moment.of(PATCH, Fate.DELIVERED));
        Fault fault = catchThrowableOfType(Fault.class, rehearsal::apply);
        assertThat(fault)
                .hasMessage(
                        "The options were applied, but enabling the clients client0, client1 failed. Enabling clients"
                                + " of connection con_SandboxSms000000 of "
                                + rehearsal.sandbox().address()
                                + " failed: 503 Service Unavailable.");
        assertThat(fault.remedy()).endsWith(" Then run apply again: it enables the clients that are still missing.");
        assertThat(fault.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(rehearsal.live("provider")).isEqualTo("\"sms_gateway\"");
        rehearsal.applyTwice();
        assertThat(enabled()).contains("client0", "client1");
    }

    @ParameterizedTest
    @CsvSource({"1, LIMITED", "51, LIMITED", "51, REQUEST_LOST"})
    void failureIsSettledByReadingWhichOfThemAreEnabled(int count, Fate fate) {
        rehearsal.applyTwice();
        rehearsal.describe(MESSAGE_MEDIA, clients(count)).wire().once(Moment.of(ENABLE, fate));
        Fault fault = rehearsal.refused();
        assertThat(fault.problem()).startsWith("Enabling the clients client0");
        assertThat(fault.outcome()).isEqualTo(Outcome.NOTHING_WRITTEN);
        assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST, CLIENTS, ENABLE, CLIENTS);
    }

    @ParameterizedTest
    @CsvSource({"REPLY_LOST", "REPLY_LIMITED", "REPLY_FOR_A_PROXY"})
    void clientsThatAreEnabledWhateverWasAnsweredAreNoFailure(Fate fate) {
        rehearsal.describe(MESSAGE_MEDIA, clients(2)).wire().once(Moment.of(ENABLE, fate));
        assertThat(rehearsal.applyTwice().outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(enabled()).contains("client0", "client1");
    }

    @Test
    void failureOfASecondPartNamesTheRest() {
        rehearsal.applyTwice();
        rehearsal.describe(MESSAGE_MEDIA, clients(51)).wire().once(Moment.of(ENABLE, Fate.DELIVERED));
        rehearsal.wire().once(Moment.of(ENABLE, Fate.LIMITED));
        Fault fault = catchThrowableOfType(Fault.class, rehearsal::apply);
        assertThat(fault.problem()).startsWith("Enabling the clients client50 failed. ");
        assertThat(fault.outcome()).isEqualTo(Outcome.UNKNOWN_STATE);
        assertThat(enabled()).contains("client49").doesNotContain("client50");
    }

    @Test
    void failureThatReadingCannotSettleLeavesItUnknown() {
        rehearsal.applyTwice();
        Runnable delete = () -> rehearsal.sandbox().tenant().remove(SMS);
        rehearsal.describe(MESSAGE_MEDIA, clients(1)).wire().once(Moment.before(ENABLE, delete));
        Fault fault = catchThrowableOfType(Fault.class, rehearsal::apply);
        assertThat(fault.problem())
                .startsWith("Enabling the clients client0")
                .contains(" failed. Enabling clients of connection con_SandboxSms000000 of ")
                .contains(" failed: 404 Not Found (inexistent_connection)");
        assertThat(fault.outcome()).isEqualTo(Outcome.UNKNOWN_STATE);
    }

    @Test
    void editBesideTheRequestForClientsIsSeen() {
        rehearsal.describe(MESSAGE_MEDIA, clients(1));
        rehearsal.wire().once(Moment.after(CLIENTS, () -> rehearsal.set("template", "\"Theirs @@password@@\"")));
        Fault fault = catchThrowableOfType(Fault.class, rehearsal::apply);
        assertThat(fault)
                .hasMessage("The connection was changed in Auth0 after the plan was made. Nothing was written.");
        assertThat(fault.remedy()).isEqualTo("Run the goal again: it plans from what Auth0 holds now.");
        assertThat(rehearsal.requests()).doesNotContain(PATCH, ENABLE);
        rehearsal.applyTwice();
        assertThat(rehearsal.live("template")).isEqualTo("\"Theirs @@password@@\"");
    }

    @Test
    void newConnectionIsEnabledForThem() {
        rehearsal.sandbox().tenant().remove(SMS);
        rehearsal.describe("createIfMissing: true\n", MESSAGE_MEDIA, clients(2)).applyTwice();
        assertThat(enabled()).containsExactly("client0", "client1");
    }
}
