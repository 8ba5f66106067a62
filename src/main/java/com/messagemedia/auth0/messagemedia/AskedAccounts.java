package com.messagemedia.auth0.messagemedia;

import com.messagemedia.auth0.messagemedia.MessageMediaClient.AccountAnswer;
import com.messagemedia.auth0.model.Secret;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What MessageMedia said in one run about each account: environments that share a key ask once. Several threads may use it at
 * the same time; the second to ask about an account waits for the first one's answer.
 */
public final class AskedAccounts {

    private final Map<Account, AccountAnswer> answers = new ConcurrentHashMap<>();

    /** A key and secret at an address of MessageMedia's API. */
    record Account(URI base, Secret login) {}

    /** Returns MessageMedia's answer about the client's account; asks if nobody has asked yet. */
    public AccountAnswer ask(MessageMediaClient client) {
        return answers.computeIfAbsent(client.account(), unused -> client.ask());
    }
}
