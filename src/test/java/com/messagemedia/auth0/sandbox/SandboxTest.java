package com.messagemedia.auth0.sandbox;

import static com.messagemedia.auth0.sandbox.Caller.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.Sandbox.RecordedRequest;
import com.messagemedia.auth0.testing.HeldPort;
import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxTest {

    @Test
    void addressIsOnLoopback() {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory())) {
            assertThat(sandbox.address().isLoopback()).isTrue();
            assertThat(sandbox.address().domain()).matches("http://127\\.0\\.0\\.1:[1-9][0-9]*");
        }
    }

    @Test
    void takenPortIsToldWithItsRemedy() {
        try (Sandbox first = Sandbox.start(SandboxSettings.inMemory())) {
            int port = first.address().url().getPort();
            Fault fault = catchThrowableOfType(
                    Fault.class, () -> Sandbox.start(SandboxSettings.inMemory().withPort(port)));
            assertThat(fault).hasMessage("The sandbox cannot listen on port " + port + " of 127.0.0.1.");
            assertThat(fault.remedy())
                    .isEqualTo("Stop the program that uses the port, choose another one, or choose 0 for a free one.");
        }
    }

    @Test
    void closedSandboxAnswersNobodyAndClosesTwice() {
        try (HeldPort port = new HeldPort()) {
            Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory().withPort(port.number()));
            Caller.published(sandbox).get(Caller.SMS);
            sandbox.close();
            sandbox.close();
            assertThatThrownBy(() -> Caller.published(sandbox).get(Caller.SMS))
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void allItsThreadsAreDaemons() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory())) {
            Caller.published(sandbox).get(Caller.SMS);
            Set<Thread> started = new HashSet<>(Thread.getAllStackTraces().keySet());
            started.removeAll(before);
            assertThat(started).extracting(Thread::getName).contains("HTTP-Dispatcher", "messagemedia-sandbox");
            assertThat(started).allMatch(Thread::isDaemon);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /ui,                            404",
        "GET,    /api/v2,                        404",
        "GET,    /api/v2/connections/,           404",
        "GET,    /api/v2/connections/a/b,        404",
        "GET,    /api/v2/users,                  404",
        "POST,   /oauth/token/,                  404",
        "GET,    /oauth/token,                   405",
        "HEAD,   /api/v2/connections,            405",
        "PUT,    /api/v2/connections,            405",
        "PUT,    /api/v2/connections/con_a,      405",
        "DELETE, /api/v2/nothing,                404",
        "HEAD,   /nothing,                       404"
    })
    void unknownRouteIs404AndUnknownMethod405(String method, String path, int status) {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory())) {
            HttpResponse<String> reply = Caller.published(sandbox).send(method, path, "");
            assertThat(reply.statusCode()).isEqualTo(status);
            assertThat(reply.body())
                    .isEqualTo(
                            method.equals("HEAD")
                                    ? ""
                                    : status == 404
                                            ? "{\"statusCode\":404,\"error\":\"Not Found\",\"message\":\"Not Found\"}"
                                            : "{\"statusCode\":405,\"error\":\"Method Not Allowed\","
                                                    + "\"message\":\"Method Not Allowed\"}");
        }
    }

    @Test
    void unknownMethodTellsTheKnownOnes() {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory())) {
            assertThat(Caller.published(sandbox)
                            .send("PUT", Caller.SMS, "")
                            .headers()
                            .firstValue("Allow"))
                    .contains("GET, PATCH, DELETE");
        }
    }

    @Test
    void bodyOfOneMebibyteIsTheLargest() {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory())) {
            String frame = "{\"options\":{\"template\":\"\"}}";
            String filling = "x".repeat((1 << 20) - frame.length());
            String body = frame.replace("\"\"", "\"" + filling + "\"");
            Caller caller = Caller.published(sandbox);
            assertThat(caller.patch(Caller.SMS, body).statusCode()).isEqualTo(200);
            HttpResponse<String> reply = caller.patch(Caller.SMS, body + " ");
            assertThat(reply.statusCode()).isEqualTo(413);
            assertThat(reply.body())
                    .isEqualTo("{\"statusCode\":413,\"error\":\"Payload Too Large\","
                            + "\"message\":\"Payload content length greater than maximum allowed: 1048576\"}");
            assertThat(caller.patch(Caller.SMS, body.repeat(5)).statusCode()).isEqualTo(413);
        }
    }

    @Test
    void listsEachRequestWithItsStatusInOrder() {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory())) {
            Caller caller = Caller.published(sandbox);
            assertThat(sandbox.requests()).isEmpty();
            caller.get("/api/v2/connections?strategy=sms");
            caller.patch(Caller.SMS, "{}");
            caller.get("/nothing");
            assertThat(sandbox.requests())
                    .containsExactly(
                            new RecordedRequest("GET", "/api/v2/connections?strategy=sms", 200),
                            new RecordedRequest("PATCH", Caller.SMS, 400),
                            new RecordedRequest("GET", "/nothing", 404));
        }
    }

    @Test
    void filtersStandAroundEveryRouteTheFirstOutermost() {
        List<String> seen = new ArrayList<>();
        Filter outer = Filter.beforeHandler("outer", exchange -> seen.add("outer"));
        Filter inner = Filter.beforeHandler("inner", exchange -> seen.add("inner"));
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory().withFilters(List.of(outer, inner)))) {
            Caller.published(sandbox).get(Caller.SMS);
            assertThat(seen).containsExactly("outer", "inner");
        }
    }

    @Test
    void filterAnswersInsteadOfTheTenantAndIsListed() {
        AtomicInteger faults = new AtomicInteger(1);
        Filter fault = filter((exchange, chain) -> {
            if (faults.getAndDecrement() > 0) {
                exchange.sendResponseHeaders(503, -1);
                exchange.close();
            } else {
                chain.doFilter(exchange);
            }
        });
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory().withFilters(List.of(fault)))) {
            Caller caller = Caller.published(sandbox);
            assertThat(caller.get(Caller.SMS).statusCode()).isEqualTo(503);
            assertThat(caller.get(Caller.SMS).statusCode()).isEqualTo(200);
            assertThat(sandbox.requests()).extracting(RecordedRequest::status).containsExactly(503, 200);
        }
    }

    @Test
    void requestThatIsDroppedIsListedWithoutAStatus() {
        Filter loser = filter((exchange, chain) -> {
            if (exchange.getRequestMethod().equals("PATCH")) {
                throw new IOException("the connection drops here");
            }
            chain.doFilter(exchange);
        });
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory().withFilters(List.of(loser)))) {
            Caller caller = Caller.published(sandbox);
            assertThatThrownBy(() -> caller.patch(Caller.SMS, "{\"options\":{}}"))
                    .isInstanceOf(UncheckedIOException.class);
            assertThat(caller.get(Caller.SMS).statusCode()).isEqualTo(200);
            assertThat(sandbox.requests()).extracting(RecordedRequest::status).containsExactly(-1, 200);
        }
    }

    private static Filter filter(Step step) {
        return new Filter() {
            @Override
            public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
                step.take(exchange, chain);
            }

            @Override
            public String description() {
                return "a test's fault";
            }
        };
    }

    private interface Step {
        void take(HttpExchange exchange, Filter.Chain chain) throws IOException;
    }

    @ParameterizedTest
    @CsvSource({
        "nonsense",
        "GET / HTTP/9.9",
        "PATCH /api/v2/connections/con_SandboxSms000000 HTTP/1.1~Host: localhost~Content-Length: 900~~{",
        "PATCH /api/v2/connections/con_SandboxSms000000 HTTP/1.1~Host: localhost~Content-Length: nine~~{",
        "GET /api/v2/connections?name=%zz HTTP/1.1~Host: localhost~~",
        "GET /api/v2/connections HTTP/1.1~Host: localhost~~"
    })
    void survivesAClientThatHangsUp(String request) throws IOException {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory())) {
            Tree before = sandbox.tenant().connection("sms");
            try (Socket socket = new Socket(
                    InetAddress.getLoopbackAddress(), sandbox.address().url().getPort())) {
                socket.getOutputStream().write(request.replace("~", "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
            assertThat(Caller.published(sandbox).get(Caller.SMS).statusCode()).isEqualTo(200);
            assertThat(sandbox.tenant().connection("sms")).isEqualTo(before);
        }
    }

    @Test
    void bodyThatEndsBeforeItsLengthIsNotTaken() throws IOException {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory())) {
            Tree before = sandbox.tenant().connection("sms");
            try (Socket socket = new Socket(
                    InetAddress.getLoopbackAddress(), sandbox.address().url().getPort())) {
                String request = "PATCH " + Caller.SMS + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + SandboxCredentials.TOKEN + "\r\nContent-Length: 900\r\n\r\n{\"options\":{}}";
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                socket.shutdownOutput();
                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                        .doesNotContain("200 OK");
            }
            assertThat(sandbox.tenant().connection("sms")).isEqualTo(before);
        }
    }

    @Test
    void concurrentWritesLeaveOneOfTheBodiesWhole() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        RateLimit plenty = RateLimit.global(new RateLimit.Budget(1000, 1000, Duration.ofSeconds(1)));
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory().withRateLimit(plenty))) {
            Caller caller = Caller.published(sandbox);
            List<Future<List<String>>> writers = new ArrayList<>();
            for (int writer = 0; writer < 8; writer++) {
                String name = "writer" + writer;
                writers.add(threads.submit(() -> patchTenTimes(caller, name)));
            }
            for (Future<List<String>> writer : writers) {
                assertThat(writer.get()).hasSize(10);
            }
            String last = options(caller.get(Caller.SMS));
            assertThat(last).isIn(bodies());
            assertThat(sandbox.requests()).hasSize(81).allMatch(request -> request.status() == 200);
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> patchTenTimes(Caller caller, String name) {
        List<String> replies = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            HttpResponse<String> reply = caller.patch(Caller.SMS, "{\"options\":" + body(name) + "}");
            // The reply to a PATCH is its own body, whoever else is writing.
            assertThat(options(reply)).isEqualTo(body(name));
            replies.add(reply.body());
        }
        return replies;
    }

    private static String body(String name) {
        return "{\"from\":\"" + name + "\",\"template\":\"" + name + "\",\"brute_force_protection\":true}";
    }

    private static List<String> bodies() {
        return IntStream.range(0, 8).mapToObj(writer -> body("writer" + writer)).toList();
    }
}
