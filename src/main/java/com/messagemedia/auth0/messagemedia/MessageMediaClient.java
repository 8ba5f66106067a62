package com.messagemedia.auth0.messagemedia;

import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.http.Received;
import com.messagemedia.auth0.http.RemoteApi;
import com.messagemedia.auth0.http.TransportFailure;
import com.messagemedia.auth0.messagemedia.MessageMediaClient.CredentialCheck.Verdict;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Text;
import com.messagemedia.auth0.model.Value.Tree;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okhttp3.Credentials;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Headers;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;

/**
 * Calls MessageMedia's API. {@link #send} sends a message, which costs money; everything else only reads and is free.
 */
public final class MessageMediaClient implements AutoCloseable {

    private static final String NOT_FOUND = "Resource not found.";
    private static final String REFUSAL = "Invalid authentication credentials";
    private static final int PAGE = 100;

    private final URI base;
    private final String basic;
    private final RemoteApi remote;
    private final MessageMediaApi api;

    private MessageMediaClient(URI base, String basic, HttpSettings settings) {
        this.base = base;
        this.basic = basic;
        this.remote = RemoteApi.at(base, settings);
        this.api = remote.calls(MessageMediaApi.class);
    }

    /** Creates a client for MessageMedia's API at an address with a trailing slash. This sends nothing. */
    public static MessageMediaClient open(URI base, Secret key, Secret secret, HttpSettings settings) {
        String basic = Credentials.basic(key.reveal(), secret.reveal(), StandardCharsets.UTF_8);
        return new MessageMediaClient(base, basic, settings);
    }

    /** The account that this client signs in to. */
    AskedAccounts.Account account() {
        return new AskedAccounts.Account(base, new Secret(basic));
    }

    /** Creates a client for MessageMedia's API in a region. This sends nothing. */
    public static MessageMediaClient open(Region region, Secret key, Secret secret, HttpSettings settings) {
        return open(region.address(), key, secret, settings);
    }

    /**
     * Sends a message once and returns the answer. It is never repeated: MessageMedia has no idempotency key.
     *
     * @throws Fault if there is no answer; it says whether the message may have been sent
     */
    public SendAnswer send(SmsMessage message) {
        try {
            return new SendAnswer(Received.of(api.send(basic, message.body()).execute()));
        } catch (IOException e) {
            TransportFailure transport = remote.failure(e);
            throw new Fault(
                    "Sending the message through " + base.getHost() + " failed: " + transport.sentence() + ".",
                    transport.sent()
                            ? "The message may have been sent anyway: check the phone before you try again."
                            : "No message was sent. Check the network between you and MessageMedia.");
        }
    }

    /**
     * Reads how far a message is. The answer holds its text for 45 days.
     *
     * @param id the id from {@link SendAnswer#messageId}
     * @throws Fault if there is no answer
     */
    public MessageStatus status(String id) {
        try {
            return new MessageStatus(Received.of(api.message(basic, id).execute()));
        } catch (IOException e) {
            throw new Fault(
                    "Reading the status of the message from " + base.getHost() + " failed: "
                            + remote.failure(e).sentence() + ".",
                    "Look for the message in MessageMedia's report of sent messages, or at the phone.");
        }
    }

    /**
     * Checks whether MessageMedia accepts the key and secret, and reads the senders. It asks for a message that does
     * not exist (MessageMedia documentation, "Get message status"), and then for the senders ("Sender Address"): "not
     * found" alone does not prove that MessageMedia checked the key. Only both documented answers together mean yes.
     */
    public AccountAnswer ask() {
        CredentialCheck check = check();
        if (check.verdict() != Verdict.ACCEPTED) {
            return new AccountAnswer(check, Optional.empty(), false);
        }
        SenderPage page = page(null);
        return new AccountAnswer(page.senders().isPresent() ? check : page.doubt(), page.senders(), page.last());
    }

    /** The first page of senders whose address contains this text; empty if it is unreadable. */
    public Optional<List<SenderAddress>> senders(String address) {
        return page(address).senders();
    }

    /**
     * Asks with one request whether MessageMedia accepts the key and secret. A refusal may mean that they belong to another
     * region; {@link #ask} is surer of a yes.
     */
    public CredentialCheck check() {
        try {
            return verdict(
                    Received.of(api.message(basic, UUID.randomUUID().toString()).execute()));
        } catch (IOException e) {
            return new CredentialCheck(Verdict.INCONCLUSIVE, remote.failure(e).sentence());
        }
    }

    private static CredentialCheck verdict(Received answer) {
        Optional<String> message = answer.text("message");
        if (answer.status() == 404 && message.equals(Optional.of(NOT_FOUND))) {
            return new CredentialCheck(Verdict.ACCEPTED, "MessageMedia accepts them");
        }
        // A proxy's login page can also be a 401, but does not have MessageMedia's JSON.
        if ((answer.status() == 401 && message.isPresent())
                || (answer.status() == 403 && message.equals(Optional.of(REFUSAL)))) {
            return new CredentialCheck(Verdict.REFUSED, "MessageMedia answered " + answer.status());
        }
        return new CredentialCheck(
                Verdict.INCONCLUSIVE, "MessageMedia answered " + answer.inWords() + ", which says neither yes nor no");
    }

    private SenderPage page(@Nullable String address) {
        try {
            Received answer = Received.of(api.senders(basic, PAGE, address).execute());
            Optional<List<SenderAddress>> senders =
                    answer.status() == 200 ? answer.list("data").flatMap(SenderAddress::all) : Optional.empty();
            return new SenderPage("it answered " + answer.inWords(), senders, !goesOn(answer));
        } catch (IOException e) {
            return new SenderPage(remote.failure(e).sentence(), Optional.empty(), false);
        }
    }

    /** One page of senders. If it is unreadable, {@code found} says what the answer was. */
    private record SenderPage(String found, Optional<List<SenderAddress>> senders, boolean last) {

        CredentialCheck doubt() {
            return new CredentialCheck(
                    Verdict.INCONCLUSIVE,
                    "MessageMedia gave the expected answer about a message, but not about the account's senders: "
                            + found);
        }
    }

    private static boolean goesOn(Received answer) {
        return answer.object()
                .map(tree -> tree.members().get("pagination"))
                .filter(Tree.class::isInstance)
                .map(pagination -> ((Tree) pagination).members().get("next_token"))
                .filter(token -> token instanceof Text text && !text.text().isEmpty())
                .isPresent();
    }

    @Override
    public void close() {
        remote.close();
    }

    /** The operations of MessageMedia's API. */
    interface MessageMediaApi {

        @Headers("Accept: application/json")
        @POST("v1/messages")
        Call<ResponseBody> send(@Header("Authorization") String basic, @Body Value messages);

        @Headers("Accept: application/json")
        @GET("v1/messages/{id}")
        Call<ResponseBody> message(@Header("Authorization") String basic, @Path("id") String id);

        @Headers("Accept: application/json")
        @GET("v1/messaging/numbers/sender_address/addresses")
        Call<ResponseBody> senders(
                @Header("Authorization") String basic,
                @Query("page_size") int size,
                @Query("sender_address") @Nullable String part);
    }

    /**
     * MessageMedia's answer about an account.
     *
     * @param check whether it accepts the key and secret
     * @param senders the account's senders; empty if they are unreadable or were not requested
     * @param complete whether the list is complete
     */
    public record AccountAnswer(CredentialCheck check, Optional<List<SenderAddress>> senders, boolean complete) {

        public AccountAnswer {
            senders = senders.map(List::copyOf);
        }
    }

    /**
     * MessageMedia's answer about a key and secret.
     *
     * @param verdict whether it accepts them
     * @param reason why, a clause without any secret
     */
    public record CredentialCheck(Verdict verdict, String reason) {

        /** Whether MessageMedia accepts a key and secret. */
        public enum Verdict {
            /** MessageMedia accepts them. */
            ACCEPTED,
            /** MessageMedia refuses them. */
            REFUSED,
            /** The answer does not say, or there was none. */
            INCONCLUSIVE
        }
    }
}
