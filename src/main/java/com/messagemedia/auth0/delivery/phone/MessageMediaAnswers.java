package com.messagemedia.auth0.delivery.phone;

import com.messagemedia.auth0.messagemedia.MessageStatus;
import com.messagemedia.auth0.messagemedia.MessageStatus.Progress;
import com.messagemedia.auth0.messagemedia.Region;
import com.messagemedia.auth0.messagemedia.SendAnswer;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Value.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Explains MessageMedia's answers about a message that was sent without Auth0. */
public final class MessageMediaAnswers {

    private static final String REFUSED_PAIR = "Invalid authentication credentials";

    /** What the message sends, and the name of it for a user. */
    private static final List<Part> PARTS = List.of(
            new Part("source_number", "the sender"),
            new Part("destination_number", "the recipient's number"),
            new Part("content", "the text"),
            new Part("message_expiry_timestamp", "the expiry"));

    private MessageMediaAnswers() {}

    /** Returns the fault for an answer that does not accept the message; empty if MessageMedia accepted it. */
    public static Optional<Fault> fault(SendAnswer answer, Region region) {
        return answer.messageId().isPresent() ? Optional.empty() : Optional.of(refused(answer, region));
    }

    private static Fault refused(SendAnswer answer, Region region) {
        int status = answer.status();
        if (status >= 500 || (status >= 200 && status < 300)) {
            return new Fault(
                    "MessageMedia answered " + answer.inWords() + ". It is unknown whether the message was sent.",
                    "Look at the phone and at MessageMedia's reports before you try again: each message is charged.");
        }
        boolean pair = status == 401
                || (status == 403 && answer.received().text("message").equals(Optional.of(REFUSED_PAIR)));
        if (pair) {
            return new Fault(
                    "MessageMedia answered " + status + ": it refuses this API key and secret in region "
                            + region.word() + ". No message was sent.",
                    PhoneAccount.newPair(region));
        }
        return new Fault("MessageMedia answered " + status + cause(answer) + ". No message was sent.", remedy(status));
    }

    /** MessageMedia's details can quote the number and the text, so only the name of a member is shown. */
    private static String cause(SendAnswer answer) {
        if (answer.status() != 400) {
            return "";
        }
        List<String> details = answer.received().list("details").stream()
                .flatMap(list -> list.items().stream())
                .flatMap(detail -> detail instanceof Text text ? Stream.of(text.text()) : Stream.empty())
                .toList();
        return ": it refuses "
                + PARTS.stream()
                        .filter(part -> details.stream()
                                .anyMatch(detail -> detail.startsWith("/messages/0/" + part.member() + ":")))
                        .map(Part::name)
                        .findFirst()
                        .orElse("the message");
    }

    private static String remedy(int status) {
        return switch (status) {
            case 400 ->
                "Check messagemedia.to, and from and senders under messageMedia. The Action gets the same answer.";
            case 403 ->
                "A feature is disabled for this MessageMedia account: ask MessageMedia's support. The Action gets the"
                        + " same answer.";
            case 429 -> "MessageMedia gets too many requests from this account. Try again later.";
            default -> "Check messageMedia.region, and any proxy between: MessageMedia's API does not answer so.";
        };
    }

    /** Returns the fault for a message that MessageMedia accepted and that will not arrive; empty for any other. */
    public static Optional<Fault> lost(MessageStatus status, String number) {
        if (status.progress() != Progress.FAILED) {
            return Optional.empty();
        }
        String word = status.word().orElse("");
        String remedy = switch (word) {
            case "rejected" ->
                "MessageMedia or the phone company refused it: check that the account has credit, and that the sender is"
                        + " allowed in the recipient's country.";
            case "expired" ->
                "It did not reach the phone before the code expires: check that the phone is on and has a signal.";
            default -> "Check the number.";
        };
        return Optional.of(new Fault(
                "MessageMedia accepted the message for " + number + ", but did not deliver it: its status is " + word
                        + ".",
                remedy + " MessageMedia's reports say more. The fault is not on Auth0's side."));
    }

    /**
     * Explains the last status of a message that is not lost.
     *
     * @param seconds how long the goal followed the message at most
     * @param look a sentence that says where to look for the message
     */
    public static List<String> told(MessageStatus status, String number, long seconds, String look) {
        if (status.progress() == Progress.DELIVERED) {
            return List.of(
                    "MessageMedia delivered the message for " + number + ".",
                    "This proves that the descriptor's API key, API secret and sender work. If a code through Auth0 does"
                            + " not arrive, the fault is on Auth0's side.");
        }
        String found = status.word()
                .map(word -> "its status is " + word)
                .orElseGet(() -> "the status is unknown, because MessageMedia answered " + status.inWords());
        return List.of(
                "MessageMedia accepted the message for " + number + ". After " + seconds + " seconds " + found + ".",
                "This does not prove delivery: the message may still arrive. " + look);
    }

    /**
     * A member of the message.
     *
     * @param member its name in MessageMedia's API
     * @param name its name for a user
     */
    private record Part(String member, String name) {}
}
