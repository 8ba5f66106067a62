package com.messagemedia.auth0.messagemedia;

import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.http.Received;
import com.messagemedia.auth0.http.RemoteApi;
import com.messagemedia.auth0.http.TransportFailure;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.http.Body;
import retrofit2.http.Header;
import retrofit2.http.POST;
import retrofit2.http.Url;

/** Calls an SMS gateway as Auth0 does (Auth0 documentation, "Set Up Custom SMS Gateway for Passwordless Connections"). */
public final class GatewayClient implements AutoCloseable {

    private final URI gateway;
    private final boolean published;
    private final RemoteApi remote;
    private final GatewayApi api;

    private GatewayClient(URI gateway, boolean published, HttpSettings settings) {
        this.gateway = gateway;
        this.published = published;
        this.remote = RemoteApi.at(gateway.resolve("/"), settings);
        this.api = remote.calls(GatewayApi.class);
    }

    /**
     * Creates a client for a gateway. The caller has checked that its host may get the credentials. This sends
     * nothing.
     *
     * @param published whether it is MessageMedia's own gateway, whose answers are known, or a stand-in for it
     */
    public static GatewayClient open(URI gateway, boolean published, HttpSettings settings) {
        return new GatewayClient(gateway, published, settings);
    }

    /**
     * Sends a message once and returns the answer.
     *
     * @throws Fault if there is no answer; it says whether the message may have been sent
     */
    public GatewayAnswer send(Secret token, GatewayMessage message) {
        try {
            Response<ResponseBody> response = api.send(gateway.toString(), "Bearer " + token.reveal(), message.body())
                    .execute();
            return new GatewayAnswer(Received.of(response), published);
        } catch (IOException e) {
            throw lost(e);
        }
    }

    private Fault lost(IOException failure) {
        TransportFailure transport = remote.failure(failure);
        return new Fault(
                "Calling the gateway " + gateway.getHost() + " failed: " + transport.sentence() + ".",
                transport.sent()
                        ? "The message may have been sent anyway: check the phone before you try again."
                        : "No message was sent. Check gateway_url and the network between you and it; Auth0 reaches it from its own.");
    }

    @Override
    public void close() {
        remote.close();
    }

    /** The request that Auth0 sends to an SMS gateway. */
    interface GatewayApi {

        @POST
        Call<ResponseBody> send(@Url String gateway, @Header("Authorization") String bearer, @Body Value message);
    }

    /**
     * A message in the form that Auth0 sends to a gateway.
     *
     * @param recipient the recipient's number in international form
     * @param text the whole text
     * @param sender the sender; empty if the connection names none
     */
    public record GatewayMessage(String recipient, String text, Optional<String> sender) {

        Tree body() {
            Map<String, Value> members = new LinkedHashMap<>();
            members.put("recipient", Value.of(recipient));
            members.put("body", Value.of(text));
            sender.ifPresent(from -> members.put("sender", Value.of(from)));
            return new Tree(members);
        }
    }

    /**
     * A gateway's answer to a message.
     *
     * @param received the answer
     * @param published whether the gateway is MessageMedia's own, or a stand-in for it
     */
    public record GatewayAnswer(Received received, boolean published) {

        private static final int OK = 200;

        /** The HTTP status. */
        public int status() {
            return received.status();
        }

        /** A description of status and body. */
        public String inWords() {
            return received.inWords();
        }

        /** Whether Auth0 counts the message as sent. Auth0 only checks the status. */
        public boolean countsAsSent() {
            return status() == OK;
        }

        /**
         * Whether the answer comes from a gateway. MessageMedia's published code answers {@code {"status":"sent"}}
         * (messagemedia/auth0-integration). Another gateway may answer anything except a web page.
         */
        public boolean isOfAGateway() {
            return published
                    ? received.text("status").equals(Optional.of("sent"))
                    : !received.body().contains("text/html");
        }
    }
}
