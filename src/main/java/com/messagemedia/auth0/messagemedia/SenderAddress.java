package com.messagemedia.auth0.messagemedia;

import com.messagemedia.auth0.connection.Value;
import com.messagemedia.auth0.connection.Value.Text;
import com.messagemedia.auth0.connection.Value.Tree;
import com.messagemedia.auth0.sms.Sender;

/**
 * A sender that an account may use (MessageMedia documentation, "Sender Address").
 *
 * @param address the number, or the name
 * @param status APPROVED, EXPIRING or EXPIRED; empty where none is said
 * @param expiry until when, as MessageMedia writes it; empty where none is said
 */
public record SenderAddress(String address, String status, String expiry) {

    static SenderAddress of(Value value) {
        Tree tree = value instanceof Tree found ? found : Tree.EMPTY;
        return new SenderAddress(text(tree, "sender_address"), text(tree, "display_status"), text(tree, "expiry"));
    }

    private static String text(Tree tree, String key) {
        return tree.members().get(key) instanceof Text text ? text.text() : "";
    }

    /** Whether this is the sender: a number by its digits alone, a name whatever its capitals. */
    public boolean is(String sender) {
        return Sender.isAlphanumeric(sender)
                ? address.equalsIgnoreCase(sender)
                : address.replaceAll("[^0-9]", "").equals(sender.replaceAll("[^0-9]", ""));
    }
}
