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
import java.util.ArrayList;
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
    private static final int MOST_PAGES = 20;

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
     * Whether MessageMedia takes the key and secret: asks for a message that there cannot be (MessageMedia documentation, "Get
     * message status"). What is neither "not found" nor "not you" is inconclusive.
     */
    @SuppressWarnings("UnusedException") // A transport exception's text could quote a header.
    public CredentialCheck check() {
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

    /** The account's senders; empty where they cannot be read. */
    @SuppressWarnings("UnusedException") // A transport exception's text could quote a header.
    public Optional<List<SenderAddress>> senders() {
        List<SenderAddress> senders = new ArrayList<>();
        String token = null;
        try {
            for (int page = 0; page < MOST_PAGES; page++) {
                Optional<Tree> answer = page(token);
                if (answer.isEmpty() || !(answer.get().members().get("data") instanceof Array data)) {
                    return Optional.empty();
                }
                data.items().forEach(item -> senders.add(SenderAddress.of(item)));
                Optional<String> next = next(answer.get());
                if (next.isEmpty()) {
                    return Optional.of(senders);
                }
                token = next.get();
            }
            return Optional.of(senders);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<Tree> page(@Nullable String token) throws IOException {
        Response<ResponseBody> response = api.senders(basic, PAGE, token).execute();
        return response.isSuccessful() ? tree(response.body()) : Optional.empty();
    }

    private static Optional<String> next(Tree answer) {
        return answer.members().get("pagination") instanceof Tree pagination
                        && pagination.members().get("next_token") instanceof Text text
                        && !text.text().isEmpty()
                ? Optional.of(text.text())
                : Optional.empty();
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
