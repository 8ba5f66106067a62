package com.messagemedia.auth0.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.messagemedia.auth0.http.HttpClients;
import com.messagemedia.auth0.http.RemoteApi;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.testing.Seeds;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a tenant, or something in its place, answers: each act has its result or one {@link ManagementException} that can
 * be printed. An input is a status, headers line by line, an empty line and the body.
 */
final class AnswersFuzzTest {

    private static final TenantAddress TENANT = Tenants.at("http://127.0.0.1:8642");
    private static final String TOKEN = "issued-token-0123456789";
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));
    private static final OkHttpClient HTTP = HttpClients.create(Tenants.SETTINGS);
    private static final ConnectionPatch PATCH = new ConnectionPatch(
            Optional.of(new Options(new Value.Tree(Map.of("from", Value.of("+61491570156"))))),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    private static final List<Consumer<ManagementClient>> ACTS = List.of(
            ManagementClient::smsConnections,
            client -> client.connection("con_1"),
            client -> client.update("con_1", PATCH),
            client -> client.enabledClients("con_1"));

    static Stream<byte[]> answers() {
        String connection = Tenants.connection("con_1", "sms");
        return Seeds.texts(
                "200\n\n[" + connection + "]",
                "200\n\n{\"connections\":[" + connection + "],\"next\":\"a\"}",
                "200\n\n{\"start\":0,\"limit\":1,\"total\":2,\"connections\":[" + connection + "]}",
                "200\n\n" + connection,
                "200\n\n{\"clients\":[{\"client_id\":\"a\"}],\"next\":null}",
                "200\n\n{\"access_token\":\"" + TOKEN + "\",\"expires_in\":86400,\"scope\":\"read:connections\"}",
                "200\n\n{\"access_token\":\"e30.eyJzY29wZSI6ImEgYiJ9.e30\",\"expires_in\":0}",
                "204\n\n",
                "302\nLocation: https://login.example/sign-in\n\n<html>",
                "429\nRetry-After: Mon, 23 Nov 2026 12:00:09 GMT\nX-RateLimit-Reset: 1795435209\n\n{}",
                "403\nRetry-After: 7\n\n{\"statusCode\":403,\"error\":\"Forbidden\",\"message\":\"" + TOKEN
                        + "\",\"errorCode\":\"insufficient_scope\"}",
                "401\n\n{\"error\":\"access_denied\",\"error_description\":\"" + Tenants.CLIENT_SECRET + "\"}",
                "503\n\nhunter2");
    }

    @MethodSource("answers")
    @FuzzTest
    void haveAResultOrOneFault(byte[] answer) {
        try (ManagementClient client = client(answer, false)) {
            run(ManagementClient::scopes, client, Tenants.CLIENT_SECRET);
        }
        try (ManagementClient client = client(answer, true)) {
            ACTS.forEach(act -> run(act, client, TOKEN));
        }
    }

    private static void run(Consumer<ManagementClient> act, ManagementClient client, String secret) {
        try {
            act.accept(client);
        } catch (ManagementException e) {
            assertThat(e).hasNoCause().hasNoSuppressedExceptions();
            assertThat(e.problem() + e.remedy())
                    .isNotBlank()
                    .doesNotContain(secret)
                    .doesNotContain(Tenants.CLIENT_SECRET)
                    .doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
        }
    }

    private static ManagementClient client(byte[] answer, boolean withToken) {
        ClientIdentity identity = new ClientIdentity(TENANT, TENANT.managementApi(), Tenants.CLIENT);
        OkHttpClient http = HTTP.newBuilder()
                .addInterceptor(chain -> withToken
                                && chain.request().url().encodedPath().equals("/oauth/token")
                        ? response(
                                chain.request(),
                                ("200\n\n{\"access_token\":\"" + TOKEN + "\"}").getBytes(StandardCharsets.UTF_8))
                        : response(chain.request(), answer))
                .build();
        return Tenants.open(identity, RemoteApi.through(http, TENANT.url(), Tenants.SETTINGS), CLOCK);
    }

    private static Response response(Request request, byte[] answer) {
        // One byte, one character: so the head can be cut off without a loss.
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\n\n");
        List<String> head = (end < 0 ? "" : text.substring(0, end)).lines().toList();
        byte[] body = (end < 0 ? text : text.substring(end + 2)).getBytes(StandardCharsets.ISO_8859_1);
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .message("")
                .code(head.isEmpty() ? 200 : status(head.get(0)))
                .headers(headers(head))
                .body(ResponseBody.create(body, MediaType.get("application/json")))
                .build();
    }

    private static int status(String line) {
        return line.matches("[1-5][0-9][0-9]") ? Integer.parseInt(line) : 200;
    }

    private static Headers headers(List<String> head) {
        Headers.Builder headers = new Headers.Builder();
        head.stream()
                .skip(1)
                .filter(line -> line.matches("[A-Za-z-]+: [^\\r\\x00]*"))
                .map(line -> line.split(": ", 2))
                .forEach(header -> headers.addUnsafeNonAscii(header[0], header[1]));
        return headers.build();
    }
}
