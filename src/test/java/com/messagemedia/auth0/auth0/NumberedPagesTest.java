package com.messagemedia.auth0.auth0;

import static com.messagemedia.auth0.auth0.Tenants.withToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.messagemedia.auth0.auth0.ManagementAct.Sent;
import com.messagemedia.auth0.http.RemoteApi;
import com.messagemedia.auth0.http.ScriptedServer;
import com.messagemedia.auth0.model.Credentials;
import com.messagemedia.auth0.model.Secret;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberedPagesTest {

    private static final String FIRST = "GET /api/v2/actions/actions?triggerId=custom-phone-provider&per_page=100";
    private static final RetryBudget SOON = ShortWaits.endless();

    @ParameterizedTest
    @CsvSource({
        "'', 0, 1", // an empty list has neither total nor page
        "',\"total\":1', 1, 1",
        "',\"total\":1,\"page\":0', 1, 1",
        "'', 99, 1",
        "'', 100, 2",
        "',\"total\":100', 100, 1",
        "',\"total\":150', 100, 2",
    })
    void readsAllPages(String total, int onFirst, int requests) {
        try (ScriptedServer server =
                        new ScriptedServer().then(200, page(0, onFirst, total)).then(200, page(100, 50, total));
                ManagementClient client = withToken(server.address())) {
            assertThat(client.actions().ofTrigger(Sent.TRIGGER)).hasSize(requests == 1 ? onFirst : 150);
            assertThat(server.lines()).isEqualTo(requests == 1 ? List.of(FIRST) : List.of(FIRST, FIRST + "&page=1"));
        }
    }

    private static String page(int from, int count, String total) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> "{\"id\":\"a" + i + "\",\"name\":\"n\"}")
                .collect(Collectors.joining(",", "{\"actions\":[", "],\"per_page\":100" + total + "}"));
    }

    @Test
    void refusesAListThatItCannotHaveWhole() {
        try (ScriptedServer server = new ScriptedServer()
                        .then(200, page(0, 1, ",\"total\":2"))
                        .then(200, page(0, 0, ",\"total\":2"));
                ManagementClient client = withToken(server.address())) {
            assertThatThrownBy(() -> client.actions().ofTrigger(Sent.TRIGGER))
                    .isInstanceOf(ManagementException.class)
                    .hasMessage("Reading the Actions for custom-phone-provider of " + server.address()
                            + " failed: the answer cannot be used: it holds 1 of 2 actions and no way to the rest.");
        }
    }

    @Test
    void stopsAfterAHundredPages() {
        try (ScriptedServer server = new ScriptedServer();
                ManagementClient client = withToken(server.address())) {
            IntStream.range(0, 101).forEach(i -> server.then(200, page(0, 1, ",\"total\":999")));
            assertThatThrownBy(() -> client.actions().ofTrigger(Sent.TRIGGER))
                    .hasMessageEndingWith("its pages never end.");
            assertThat(server.asked()).hasSize(100);
        }
    }

    /** By a clock on which each look, two for a page, takes four seconds, and thirty seconds that a request may take. */
    @Test
    void asksForNoFurtherPageWhenTheTimeIsUp() {
        AtomicInteger looks = new AtomicInteger();
        InstantSource clock = () -> Instant.ofEpochSecond(4L * looks.getAndIncrement());
        try (ScriptedServer server = new ScriptedServer()) {
            IntStream.range(0, 17).forEach(i -> server.then(200, page(0, 1, ",\"total\":999")));
            ClientIdentity identity = new ClientIdentity(
                    Tenants.at(server.address()), "https://acme/", new Credentials.Token(new Secret("given-token")));
            RemoteApi remote = RemoteApi.at(identity.tenant().url(), Tenants.SETTINGS);
            try (ManagementClient client = Tenants.open(identity, remote, clock)) {
                assertThatThrownBy(() -> client.actions().ofTrigger(Sent.TRIGGER))
                        .hasMessage("Reading the Actions for custom-phone-provider of " + server.address()
                                + " failed: the time is up: 4 pages were read, and there are more.");
            }
            assertThat(server.asked()).hasSize(4);
        }
    }

    /** A page is asked for again where it failed; the pages before it are not. */
    @Test
    void retriesOnePage() {
        try (ScriptedServer server = new ScriptedServer()
                        .then(200, page(0, 100, ""))
                        .then(503, "")
                        .then(200, page(100, 1, ""));
                ManagementClient client = withToken(server.address()).retrying(SOON)) {
            assertThat(client.actions().ofTrigger(Sent.TRIGGER)).hasSize(101);
            assertThat(server.lines()).containsExactly(FIRST, FIRST + "&page=1", FIRST + "&page=1");
        }
    }

    @Test
    void sendsAWriteOnce() {
        try (ScriptedServer server = new ScriptedServer().then(503, "").then(201, "{\"id\":\"a\",\"name\":\"n\"}");
                ManagementClient client = withToken(server.address()).retrying(SOON)) {
            assertThatThrownBy(() -> client.actions().create(Sent.TRIGGER, Sent.ACTION))
                    .isInstanceOfSatisfying(
                            ManagementException.class,
                            fault -> assertThat(fault.requestMayHaveBeenProcessed())
                                    .isTrue());
            assertThat(server.lines()).containsExactly("POST /api/v2/actions/actions");
        }
    }
}
