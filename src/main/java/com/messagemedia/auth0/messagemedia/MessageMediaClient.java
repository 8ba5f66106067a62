package com.messagemedia.auth0.messagemedia;

import com.messagemedia.auth0.connection.Secret;
import com.messagemedia.auth0.connection.Value;
import com.messagemedia.auth0.connection.Value.Array;
import com.messagemedia.auth0.connection.Value.Text;
import com.messagemedia.auth0.connection.Value.Tree;
import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.http.JsonFormatException;
import com.messagemedia.auth0.http.RemoteApi;
import com.messagemedia.auth0.messagemedia.CredentialCheck.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okhttp3.Credentials;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/** Asks MessageMedia about a key and secret. It never sends a message and changes nothing. */
public final class MessageMediaClient implements AutoCloseable {

    private static final String REFUSAL = "Invalid authentication credentials";
    private static final int PAGE = 100;

    private final String basic;
    private final RemoteApi remote;
    private final MessageMediaApi api;

    private MessageMediaClient(URI base, String basic, HttpSettings settings) {
        this.basic = basic;
        this.remote = RemoteApi.at(base, settings);
        this.api = remote.calls(MessageMediaApi.class);
    }

    /** A client of MessageMedia's API at an address with a trailing slash. Nothing is sent yet. */
    public static MessageMediaClient open(URI base, Secret key, Secret secret, HttpSettings settings) {
        String basic = Credentials.basic(key.reveal(), secret.reveal(), StandardCharsets.UTF_8);
        return new MessageMediaClient(base, basic, settings);
    }

    /**
     * Whether MessageMedia takes the key and secret, and with which senders. Asks for a message that there cannot be
     * (MessageMedia documentation, "Get message status"): what is neither "not found" nor "not you" is inconclusive. "Not found"
     * alone would not show that the key was looked at before the message, so the senders are asked for as well.
     */
    public AccountAnswer ask() {
        CredentialCheck check = check();
        if (check.verdict() != Verdict.ACCEPTED) {
            return new AccountAnswer(check, Optional.empty(), false);
        }
        SenderPage page = page(null);
        return new AccountAnswer(confirmed(check, page.status()), page.senders(), page.last());
    }

    /** The senders whose address holds this text, one page of them; empty where they cannot be read. */
    public Optional<List<SenderAddress>> senders(String address) {
        return page(address).senders();
    }

    @SuppressWarnings("UnusedException") // A transport exception's text could quote a header.
    private CredentialCheck check() {
        try {
            Response<ResponseBody> response =
                    api.message(basic, UUID.randomUUID().toString()).execute();
            return verdict(response.code(), message(response));
        } catch (IOException e) {
            return new CredentialCheck(Verdict.INCONCLUSIVE, remote.failure(e).sentence());
        }
    }

    private static CredentialCheck verdict(int status, Optional<String> message) {
        boolean found = status == 200 && message.isEmpty();
        if (found || (status == 404 && message.isPresent())) {
            return new CredentialCheck(Verdict.ACCEPTED, "MessageMedia takes them");
        }
        if (status == 401 || (status == 403 && message.equals(Optional.of(REFUSAL)))) {
            return new CredentialCheck(Verdict.REFUSED, "MessageMedia answered " + status);
        }
        return new CredentialCheck(Verdict.INCONCLUSIVE, "MessageMedia answered " + status + ", which tells neither");
    }

    /** An account may lack the feature of senders, so that only a plain "not you" counts against "not found". */
    private static CredentialCheck confirmed(CredentialCheck check, int sendersStatus) {
        return sendersStatus == 401
                ? new CredentialCheck(
                        Verdict.INCONCLUSIVE,
                        "MessageMedia's answers contradict each other: 404 for a message, 401 for the senders")
                : check;
    }

    @SuppressWarnings("UnusedException") // A transport exception's text could quote a header.
    private SenderPage page(@Nullable String address) {
        try {
            Response<ResponseBody> response = api.senders(basic, PAGE, address).execute();
            Optional<Tree> answer = response.isSuccessful() ? tree(response.body()) : Optional.empty();
            return new SenderPage(
                    response.code(),
                    answer.flatMap(MessageMediaClient::data),
                    answer.filter(MessageMediaClient::goesOn).isEmpty());
        } catch (IOException e) {
            return new SenderPage(0, Optional.empty(), false);
        }
    }

    private record SenderPage(int status, Optional<List<SenderAddress>> senders, boolean last) {}

    private static Optional<List<SenderAddress>> data(Tree answer) {
        return answer.members().get("data") instanceof Array data
                ? Optional.of(data.items().stream().map(SenderAddress::of).toList())
                : Optional.empty();
    }

    private static boolean goesOn(Tree answer) {
        return answer.members().get("pagination") instanceof Tree pagination
                && pagination.members().get("next_token") instanceof Text text
                && !text.text().isEmpty();
    }

    private static Optional<String> message(Response<ResponseBody> response) throws IOException {
        return tree(response.isSuccessful() ? response.body() : response.errorBody())
                .map(tree -> tree.members().get("message"))
                .filter(Text.class::isInstance)
                .map(value -> ((Text) value).text());
    }

    @SuppressWarnings("UnusedException") // What is no JSON says nothing.
    private static Optional<Tree> tree(@Nullable ResponseBody body) throws IOException {
        if (body == null) {
            return Optional.empty();
        }
        try (body) {
            Value value = Json.parse(body.string());
            return Optional.of(value).filter(Tree.class::isInstance).map(Tree.class::cast);
        } catch (JsonFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        remote.close();
    }
}
