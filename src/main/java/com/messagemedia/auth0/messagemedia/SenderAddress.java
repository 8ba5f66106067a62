package com.messagemedia.auth0.messagemedia;

import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Text;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sms.Sender;
import java.util.List;
import java.util.Optional;

/**
 * A sender that an account may use (MessageMedia documentation, "Sender Address").
 *
 * @param address the number, or the name
 * @param status APPROVED, EXPIRING or EXPIRED; empty if MessageMedia gives none
 * @param expiry the last day, as MessageMedia writes it; empty if MessageMedia gives none
 * @param countries where it may be used, ISO 3166 codes; none if MessageMedia gives none
 */
public record SenderAddress(String address, String status, String expiry, List<String> countries) {

    public SenderAddress {
        countries = List.copyOf(countries);
    }

    /** The senders in a documented list; empty if one item is not a sender. */
    static Optional<List<SenderAddress>> all(Array list) {
        List<SenderAddress> senders = list.items().stream()
                .filter(Tree.class::isInstance)
                .map(item -> of((Tree) item))
                .filter(sender -> !sender.address().isEmpty())
                .toList();
        return senders.size() == list.items().size() ? Optional.of(senders) : Optional.empty();
    }

    private static SenderAddress of(Tree tree) {
        return new SenderAddress(
                text(tree, "sender_address"), text(tree, "display_status"), text(tree, "expiry"), countries(tree));
    }

    private static String text(Tree tree, String key) {
        return tree.members().get(key) instanceof Text text ? text.text() : "";
    }

    private static List<String> countries(Tree tree) {
        return tree.members().get("destination_countries") instanceof Array array
                ? array.items().stream()
                        .filter(Text.class::isInstance)
                        .map(country -> ((Text) country).text())
                        .toList()
                : List.of();
    }

    /** Whether this is the given sender. Numbers compare by their digits, names ignore capitals. */
    public boolean is(String sender) {
        boolean name = Sender.isAlphanumeric(sender) || Sender.isAlphanumeric(address);
        return name
                ? address.equalsIgnoreCase(sender)
                : !sender.isEmpty() && digits(address).equals(digits(sender));
    }

    private static String digits(String number) {
        return number.replaceAll("[^0-9]", "");
    }
}
