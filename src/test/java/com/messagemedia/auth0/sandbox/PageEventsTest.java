package com.messagemedia.auth0.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.SandboxSettings.SandboxClient;
import com.messagemedia.auth0.testing.PageClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an open page gets, as it happens. */
class PageEventsTest {

    private static final String MESSAGE = "{\"messages\":[{\"content\":\"Hello <b>\",\"destination_number\":"
            + "\"+61491570006\",\"source_number\":\"+61491570156\"}]}";

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory());

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static boolean hasCalls(Tree event) {
        return !PageClient.trees(event, "requests").isEmpty();
    }

    private static Caller json(Sandbox sandbox) {
        return Caller.published(sandbox).with("Content-Type", "application/json");
    }

    @Test
    void requestArrivesWithItsBodiesAndItsChanges() {
        try (PageClient page = PageClient.of(sandbox)) {
            Tree first = page.next();
            assertThat(PageClient.text(first, "first")).isEqualTo("true");
            assertThat(PageClient.trees(first, "requests")).isEmpty();
            assertThat(PageClient.marks(first)).isEmpty();
            json(sandbox)
                    .patch(
                            Caller.SMS,
                            "{\"options\":{\"from\":\"+61491570156\",\"syntax\":\"liquid\","
                                    + "\"template\":\"@@password@@\",\"new one\":[1]}}");
            Tree event = page.next(PageEventsTest::hasCalls);
            assertThat(PageClient.text(event, "first")).isEqualTo("false");
            Tree call = PageClient.trees(event, "requests").get(0);
            assertThat(PageClient.text(call, "method")).isEqualTo("PATCH");
            assertThat(PageClient.text(call, "target")).isEqualTo(Caller.SMS);
            assertThat(PageClient.text(call, "status")).isEqualTo("200");
            assertThat(PageClient.text(call, "sent"))
                    .startsWith("{\n  \"options\": {\n    \"from\": \"+61491570156\",");
            assertThat(PageClient.text(call, "answer")).contains("\"id\": \"con_SandboxSms000000\"");
            assertThat(PageClient.marks(event))
                    .containsEntry("from", "changed")
                    .containsEntry("syntax", "changed")
                    .containsEntry("new one", "added")
                    .containsEntry("twilio_token", "removed")
                    .containsEntry("totp.length", "removed")
                    .doesNotContainKey("template");
            assertThat(PageClient.text((Tree) event.members().get("change"), "cause"))
                    .isEqualTo("PATCH " + Caller.SMS);
            assertThat(PageClient.trees(call, "changes"))
                    .hasSameSizeAs(PageClient.marks(event).keySet());
        }
    }

    @Test
    void marksStayUntilTheNextChange() {
        json(sandbox).patch(Caller.SMS, "{\"options\":{\"template\":\"@@password@@ now\"}}");
        Map<String, String> marks = PageClient.marks(PageClient.shown(sandbox));
        assertThat(marks).containsEntry("template", "changed");
        json(sandbox).get(Caller.SMS);
        json(sandbox).patch(Caller.SMS, "{\"options\":{\"template\":\"@@password@@ now\"}}");
        assertThat(PageClient.marks(PageClient.shown(sandbox))).isEqualTo(marks);
        json(sandbox).patch(Caller.SMS, "{\"options\":{\"template\":\"@@password@@ later\"}}");
        assertThat(PageClient.marks(PageClient.shown(sandbox))).containsOnly(Map.entry("template", "changed"));
    }

    @Test
    void messageSaysHowItCame() {
        try (PageClient page = PageClient.of(sandbox)) {
            page.next();
            Caller.anonymous(sandbox)
                    .with("Content-Type", "application/json")
                    .with(
                            "Authorization",
                            MessageMediaEndpoint.basic("SandboxApiKey0000000", "SandboxApiSecret00000000000000"))
                    .post("/v1/messages", MESSAGE);
            Tree event = page.next(news -> !PageClient.trees(news, "messages").isEmpty());
            Tree message = PageClient.trees(event, "messages").get(0);
            assertThat(PageClient.text(message, "text")).isEqualTo("Hello <b>");
            assertThat(PageClient.text(message, "sender")).isEqualTo("+61491570156");
            assertThat(PageClient.text(message, "recipient")).isEqualTo("+61491570006");
            assertThat(PageClient.text(message, "way")).isEqualTo("MessageMedia's API");
            assertThat(PageClient.text(message, "accepted")).isEqualTo("true");
        }
    }

    @Test
    void journalAndPhoneHoldTheNewestTwoHundred() {
        Caller caller = Caller.anonymous(sandbox).with("Content-Type", "application/json");
        for (int number = 0; number < 203; number++) {
            caller.post("/v1/messages?number=" + number, MESSAGE);
        }
        Tree all = PageClient.shown(sandbox);
        assertThat(PageClient.trees(all, "messages")).hasSize(200);
        List<Tree> calls = PageClient.trees(all, "requests");
        assertThat(calls).hasSize(200);
        assertThat(PageClient.text(calls.get(0), "target")).isEqualTo("/v1/messages?number=3");
        assertThat(PageClient.text(calls.get(199), "target")).isEqualTo("/v1/messages?number=202");
    }

    @Test
    void longBodiesAreCutAndTellTheirLength() {
        Caller caller = json(sandbox);
        caller.post("/v1/messages", "{\"a\":\"" + "x".repeat(9000) + "\"}");
        caller.post("/v1/messages", "{\"a\":\"" + "x".repeat(40_000) + "\"}");
        List<Tree> calls = PageClient.trees(PageClient.shown(sandbox), "requests");
        assertThat(PageClient.text(calls.get(0), "sent")).endsWith("x\n… (the first 6000 of 9013 characters)");
        assertThat(PageClient.text(calls.get(1), "sent"))
                .isEqualTo("(40008 bytes, too long to keep, so they are not shown)");
    }

    @Test
    void manyOptionsAreCounted() {
        StringBuilder options = new StringBuilder("{\"options\":{\"template\":\"@@password@@\"");
        for (int number = 0; number < 500; number++) {
            options.append(",\"k").append(number).append("\":1");
        }
        json(sandbox).patch(Caller.SMS, options + "}}");
        Tree section = PageClient.trees(PageClient.shown(sandbox), "tenant").get(0);
        assertThat(PageClient.trees(section, "leaves")).hasSize(400);
        assertThat(Integer.parseInt(PageClient.text(section, "more"))).isGreaterThan(100);
    }

    @Test
    void streamAndItsThreadEndWithTheSandbox() throws InterruptedException {
        try (PageClient page = PageClient.of(sandbox)) {
            page.next();
            List<Thread> threads = streams();
            assertThat(threads).isNotEmpty();
            sandbox.close();
            page.end();
            for (Thread thread : threads) {
                thread.join(60_000);
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }

    /** The threads that serve a page now. */
    private static List<Thread> streams() {
        List<Thread> found = new ArrayList<>();
        Thread.getAllStackTraces().forEach((thread, frames) -> {
            if (List.of(frames).stream().anyMatch(frame -> frame.getClassName().endsWith("EventStreams"))) {
                found.add(thread);
            }
        });
        return found;
    }

    @Test
    void thereIsAnEndToTheNumberOfOpenPages() {
        List<PageClient> pages = new ArrayList<>();
        try {
            for (int number = 0; number < 8; number++) {
                pages.add(PageClient.of(sandbox));
            }
            pages.forEach(PageClient::next);
            assertThat(Caller.anonymous(sandbox).get("/ui/events").body())
                    .isEqualTo("Too many pages of the sandbox are open. Close one.");
            assertThat(Caller.published(sandbox).get(Caller.SMS).statusCode()).isEqualTo(200);
        } finally {
            pages.forEach(PageClient::close);
        }
    }

    /** The page never reads: its stream fills up and waits, and nobody else does. */
    @Test
    void pageThatReadsNothingDelaysNobody() throws IOException {
        int port = sandbox.address().url().getPort();
        try (Socket lazy = new Socket(InetAddress.getLoopbackAddress(), port)) {
            lazy.setReceiveBufferSize(1024);
            lazy.getOutputStream()
                    .write(("GET /ui/events HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            Caller caller = json(sandbox);
            String body = "{\"a\":\"" + "x".repeat(30_000) + "\"}";
            for (int number = 0; number < 100; number++) {
                assertThat(caller.post("/v1/messages", body).statusCode()).isEqualTo(401);
            }
            assertThat(PageClient.trees(PageClient.shown(sandbox), "requests")).hasSize(100);
        }
    }

    @Test
    void changeOfAnotherProcessIsSeenInTheSharedFile(@TempDir Path folder) {
        SandboxSettings shared = SandboxSettings.keptIn(folder.resolve("tenant.json"));
        assertThat(shared.client()).isEqualTo(SandboxClient.PUBLISHED);
        try (Sandbox shown = Sandbox.start(shared);
                Sandbox other = Sandbox.start(shared);
                PageClient page = PageClient.of(shown)) {
            page.next();
            json(other).patch(Caller.SMS, "{\"options\":{\"template\":\"@@password@@ elsewhere\"}}");
            Tree event = page.next(news -> PageClient.marks(news).containsKey("template"));
            assertThat(PageClient.shown(event, "template")).isEqualTo("@@password@@ elsewhere");
            assertThat(PageClient.text((Tree) event.members().get("change"), "cause"))
                    .isEqualTo("another process with the same state file");
            assertThat(PageClient.trees(event, "requests")).isEmpty();
        }
    }
}
