package com.messagemedia.auth0.messagemedia;

import java.util.List;
import java.util.Optional;

/**
 * What MessageMedia says of an account.
 *
 * @param check whether it takes the key and secret
 * @param senders the account's senders; empty where they cannot be read, or were not asked for
 * @param complete whether these are all of them
 */
public record AccountAnswer(CredentialCheck check, Optional<List<SenderAddress>> senders, boolean complete) {

    public AccountAnswer {
        senders = senders.map(List::copyOf);
    }
}
