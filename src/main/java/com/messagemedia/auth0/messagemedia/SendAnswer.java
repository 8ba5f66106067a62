package com.messagemedia.auth0.messagemedia;

import com.messagemedia.auth0.http.Received;
import com.messagemedia.auth0.model.Value.Text;
import com.messagemedia.auth0.model.Value.Tree;
import java.util.Optional;

/**
 * MessageMedia's answer to a message. It says that MessageMedia accepted the message, not that it arrived.
 *
 * @param received the answer
 */
public record SendAnswer(Received received) {

    private static final int ACCEPTED = 202;

    /** The HTTP status. */
    public int status() {
        return received.status();
    }

    /** The id of the accepted message; empty if MessageMedia did not accept it as documented. */
    public Optional<String> messageId() {
        return received.status() != ACCEPTED
                ? Optional.empty()
                : received.list("messages")
                        .filter(messages -> messages.items().size() == 1)
                        .map(messages -> messages.items().get(0))
                        .filter(Tree.class::isInstance)
                        .map(message -> ((Tree) message).members().get("message_id"))
                        .filter(id -> id instanceof Text text && !text.text().isEmpty())
                        .map(id -> ((Text) id).text());
    }

    /** A description of status and body. */
    public String inWords() {
        return received.inWords();
    }
}
