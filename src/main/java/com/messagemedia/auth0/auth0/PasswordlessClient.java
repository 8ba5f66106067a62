package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.http.Received;
import com.messagemedia.auth0.http.RemoteApi;
import com.messagemedia.auth0.http.TransportFailure;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.redaction.SecretPaths;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.http.Body;
import retrofit2.http.Headers;
import retrofit2.http.POST;

/** Asks a tenant to send a code, like an application's sign-in page (Auth0 Authentication API, "Get code or link"). */
public final class PasswordlessClient implements AutoCloseable {

    private final TenantAddress tenant;
    private final RemoteApi remote;
    private final PasswordlessApi api;

    private PasswordlessClient(TenantAddress tenant, HttpSettings settings) {
        this.tenant = tenant;
        this.remote = RemoteApi.at(tenant.url(), settings);
        this.api = remote.calls(PasswordlessApi.class);
    }

    /** Creates a client for a tenant. This sends nothing. */
    public static PasswordlessClient open(TenantAddress tenant, HttpSettings settings) {
        return new PasswordlessClient(tenant, settings);
    }

    /**
     * Asks for a code, once. Empty if Auth0 says that it sent the code; the gateway can report success for a message
     * that never arrives. A success of Auth0 has the user's {@code _id}; any other success comes from another host.
     *
     * @throws Fault if there is no answer, or the answer is not Auth0's; it says whether the code may have been sent
     */
    public Optional<PasswordlessRefusal> start(PasswordlessStart request) {
        KnownSecrets secrets = new KnownSecrets(SecretPaths.NONE);
        request.clientSecret().map(Secret::reveal).ifPresent(secrets::add);
        try {
            Response<ResponseBody> response = api.start(request.body()).execute();
            if (!response.isSuccessful()) {
                return Optional.of(refusal(response, secrets));
            }
            Received answer = Received.of(response);
            if (answer.text("_id").isEmpty()) {
                throw unknown(answer);
            }
            return Optional.empty();
        } catch (IOException e) {
            throw lost(e);
        }
    }

    private static PasswordlessRefusal refusal(Response<?> response, KnownSecrets secrets) {
        ErrorReply reply = ErrorReply.of(response, secrets, InstantSource.system());
        return new PasswordlessRefusal(reply.status(), reply.code(), reply.description(), reply.retryAfter());
    }

    private Fault unknown(Received answer) {
        return new Fault(
                "Asking " + tenant + " for a code failed: it answered " + answer.inWords()
                        + ", which is not an answer of Auth0. It is unknown whether a code was sent.",
                "Check the phone before you try again: each message is charged. Check tenant.domain, and any"
                        + " proxy on the way.");
    }

    private Fault lost(IOException failure) {
        TransportFailure transport = remote.failure(failure);
        return new Fault(
                "Asking " + tenant + " for a code failed: " + transport.sentence() + ".",
                transport.sent()
                        ? "The code may have been sent anyway: check the phone before you ask again."
                        : "No code was sent. Check tenant.domain and the network.");
    }

    @Override
    public void close() {
        remote.close();
    }

    /** The part of Auth0's Authentication API that sends a code. */
    interface PasswordlessApi {

        @Headers("Accept: application/json")
        @POST("passwordless/start")
        Call<ResponseBody> start(@Body Value request);
    }

    /**
     * A request for a code.
     *
     * @param clientId the application that the user signs in to
     * @param clientSecret its client secret; empty for a public application
     * @param connection the connection's name
     * @param phoneNumber who gets the code, in international form
     */
    public record PasswordlessStart(
            String clientId, Optional<Secret> clientSecret, String connection, String phoneNumber) {

        Tree body() {
            Map<String, Value> members = new LinkedHashMap<>();
            members.put("client_id", Value.of(clientId));
            clientSecret.ifPresent(secret -> members.put("client_secret", Value.of(secret.reveal())));
            members.put("connection", Value.of(connection));
            members.put("phone_number", Value.of(phoneNumber));
            members.put("send", Value.of("code"));
            return new Tree(members);
        }
    }

    /**
     * Auth0 did not send a code.
     *
     * @param status the HTTP status
     * @param error Auth0's error code, such as {@code sms_provider_error}
     * @param description Auth0's message, without known secrets
     * @param retryAfter how long Auth0 asks to wait; empty if it does not say
     */
    public record PasswordlessRefusal(
            int status, Optional<String> error, Optional<String> description, Optional<Duration> retryAfter) {

        /** This refusal with its texts passed through {@code scrub}. */
        public PasswordlessRefusal without(UnaryOperator<String> scrub) {
            return new PasswordlessRefusal(status, error.map(scrub), description.map(scrub), retryAfter);
        }
    }
}
