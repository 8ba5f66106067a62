package com.messagemedia.auth0.doctor;

import com.messagemedia.auth0.messagemedia.MessageMediaClient;
import com.messagemedia.auth0.messagemedia.MessageMediaClient.AccountAnswer;
import com.messagemedia.auth0.messagemedia.SenderAddress;
import com.messagemedia.auth0.model.CheckResult;
import com.messagemedia.auth0.sms.Sender;
import com.messagemedia.auth0.sms.Sender.Country;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A sender, as the MessageMedia account knows it.
 *
 * @param from the sender; empty if MessageMedia chooses one
 */
record SenderExamination(String from) {

    private static final String SENDER = "sender";
    /** More names would make the line hard to read. */
    private static final int NAMED_SENDERS = 5;

    /** The rules of countries that this sender meets. */
    List<CheckResult> countries() {
        return from.isEmpty()
                ? List.of()
                : Country.rules(from).stream()
                        .map(rule -> CheckResult.warning("countries", rule, ""))
                        .toList();
    }

    CheckResult link(AccountAnswer answer, MessageMediaClient client) {
        if (from.isEmpty()) {
            return CheckResult.warning(
                    SENDER,
                    "the options name no sender, so MessageMedia chooses one",
                    "Set messageMedia.from to" + " be sure.");
        }
        if (answer.senders().isEmpty()) {
            return CheckResult.unknown(
                    SENDER, "the account's senders cannot be read", "See them in MessageMedia's Hub.");
        }
        Optional<SenderAddress> found = best(answer.senders().get());
        if (found.isEmpty() && !answer.complete()) {
            String part = Sender.isAlphanumeric(from) ? from : from.replaceAll("[^0-9]", "");
            found = client.senders(part).flatMap(this::best);
        }
        return found.map(this::listed).orElseGet(() -> unlisted(answer.senders().get()));
    }

    /** Prefers a sender that works: an account can list a number twice, for example as an expired and as a dedicated number. */
    private Optional<SenderAddress> best(List<SenderAddress> senders) {
        List<String> worst = List.of("EXPIRED", "EXPIRING");
        return senders.stream().filter(candidate -> candidate.is(from)).max(Comparator.comparingInt(candidate -> {
            int place = worst.indexOf(status(candidate));
            return place < 0 ? worst.size() : place;
        }));
    }

    private static String status(SenderAddress sender) {
        return sender.status().toUpperCase(Locale.ROOT);
    }

    private CheckResult listed(SenderAddress sender) {
        String until = sender.expiry().isEmpty() ? "" : " until " + sender.expiry();
        String where = sender.countries().isEmpty() ? "" : " for " + String.join(", ", sender.countries());
        return switch (status(sender)) {
            case "EXPIRED" ->
                CheckResult.broken(SENDER, from + " has expired", "Verify it again in MessageMedia's Hub.");
            case "EXPIRING" ->
                CheckResult.warning(
                        SENDER,
                        from + " is approved" + where + until,
                        "Verify it again in MessageMedia's Hub before that day.");
            case "APPROVED" -> CheckResult.ok(SENDER, from + " is approved" + where + until);
            case "" -> CheckResult.ok(SENDER, from + " is among the account's senders" + where);
            default ->
                CheckResult.warning(
                        SENDER,
                        from + " is not approved: its status is " + sender.status(),
                        "See it in MessageMedia's Hub.");
        };
    }

    private CheckResult unlisted(List<SenderAddress> senders) {
        String there = senders.stream()
                .map(SenderAddress::address)
                .distinct()
                .limit(NAMED_SENDERS)
                .collect(Collectors.joining(", "));
        return CheckResult.warning(
                SENDER,
                from + " is not among the account's senders",
                "Register it in MessageMedia: messages from another sender may fail, or come from another number."
                        + (there.isEmpty() ? "" : " The account has " + there + "."));
    }
}
