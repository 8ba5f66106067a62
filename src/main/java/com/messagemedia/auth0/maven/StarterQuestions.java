package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.export.StarterDescriptor;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The values that a first descriptor needs: from parameters, or from questions in interactive mode.
 *
 * @param terminal asks for a line; empty in non-interactive mode
 */
record StarterQuestions(Optional<Function<String, Optional<String>>> terminal) {

    /** One value: its parameter, the question, which answers are valid, and the message for an answer that is not. */
    private record Item(String parameter, String question, Predicate<String> valid, String expected, String example) {}

    private static final Item DOMAIN = new Item(
            "messagemedia.domain",
            "Auth0 tenant, such as acme.eu.auth0.com, or sandbox: ",
            StarterDescriptor::isDomain,
            "Write only the host, without https:// and without a path, such as acme.eu.auth0.com; or sandbox.",
            "-Dmessagemedia.domain=acme.eu.auth0.com");
    private static final Item DELIVERY = new Item(
            "messagemedia.delivery",
            "How Auth0 sends, gateway or phoneProvider (tenants created since March 2025 need phoneProvider; an older one uses"
                    + " it if its dashboard shows a provider under Branding > Phone Provider) [gateway]: ",
            StarterDescriptor::isDelivery,
            "Write gateway or phoneProvider. Tenants created since March 2025 need phoneProvider.",
            "-Dmessagemedia.delivery=phoneProvider");
    private static final Item SENDER = new Item(
            "messagemedia.from",
            "Sender of the messages, such as +61491570156: ",
            StarterDescriptor::isSender,
            "Expected + and 8 to 15 digits, such as +61491570156; or a registered name of 3 to 11 letters and digits.",
            "-Dmessagemedia.from=+61491570156");
    private static final Item CONNECTION = new Item(
            "messagemedia.connection",
            "Name of the SMS connection [sms]: ",
            StarterDescriptor::isConnection,
            "A name has letters, digits and single dashes between them, such as sms; an id begins with con_.",
            "-Dmessagemedia.connection=sms");

    /** What an empty answer means. */
    private static final Map<Item, String> USUAL = Map.of(DELIVERY, StarterDescriptor.GATEWAY, CONNECTION, "sms");

    /**
     * Asks for the missing values. Where it cannot ask, the delivery is the gateway, as in a descriptor that names none.
     *
     * @throws Fault when a value is not valid, or is missing in non-interactive mode
     */
    StarterDescriptor complete(
            Optional<String> domain, Optional<String> delivery, Optional<String> from, Optional<String> connection) {
        refuse(Stream.of(
                        wrong(DOMAIN, domain),
                        wrong(DELIVERY, delivery),
                        wrong(SENDER, from),
                        wrong(CONNECTION, connection),
                        missing(domain, from))
                .flatMap(Optional::stream)
                .toList());
        return new StarterDescriptor(
                domain.orElseGet(() -> ask(DOMAIN)),
                delivery.orElseGet(() -> usual(DELIVERY)),
                from.orElseGet(() -> ask(SENDER)),
                connection.orElseGet(() -> usual(CONNECTION)));
    }

    private String usual(Item item) {
        return terminal.isPresent() ? ask(item) : USUAL.getOrDefault(item, "");
    }

    /** The host of an address that was copied from a browser, such as {@code https://acme.eu.auth0.com/}; else the text. */
    static String host(String answer) {
        return answer.replaceFirst("(?i)^https://([^/?#@\\s]+)/?$", "$1");
    }

    /** A problem and its remedy. */
    private record Wrong(String problem, String remedy) {}

    private static Optional<Wrong> wrong(Item item, Optional<String> given) {
        return given.filter(text -> !item.valid().test(text))
                .map(text -> new Wrong(item.parameter() + " is \"" + text + "\".", item.expected()));
    }

    private Optional<Wrong> missing(Optional<String> domain, Optional<String> from) {
        List<Item> missing = new ArrayList<>();
        domain.ifPresentOrElse(text -> {}, () -> missing.add(DOMAIN));
        from.ifPresentOrElse(text -> {}, () -> missing.add(SENDER));
        if (terminal.isPresent() || missing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Wrong(
                joined(missing, " and ", Item::parameter)
                        + (missing.size() == 1 ? " is" : " are")
                        + " missing, and the goal cannot ask in batch mode (-B) or without a terminal.",
                "Add " + joined(missing, " ", Item::example) + "."));
    }

    private static <T> String joined(List<T> from, String between, Function<T, String> text) {
        return from.stream().map(text).collect(Collectors.joining(between));
    }

    private static void refuse(List<Wrong> wrong) {
        if (!wrong.isEmpty()) {
            throw new Fault(
                    wrong.stream().map(Wrong::problem).toList(),
                    wrong.stream().map(Wrong::remedy).toList(),
                    Outcome.NOTHING_WRITTEN);
        }
    }

    private String ask(Item item) {
        // The reason for asking again is part of the question: with -q the log would hide it.
        String question = item.question();
        while (true) {
            String answer = answer(question, item);
            String named = item.equals(DOMAIN) ? host(answer) : answer;
            String meant = named.isEmpty() ? USUAL.getOrDefault(item, named) : named;
            if (item.valid().test(meant)) {
                return meant;
            }
            question = item.expected() + "\n" + item.question();
        }
    }

    private String answer(String question, Item item) {
        return terminal.orElseThrow()
                .apply(question)
                .map(String::trim)
                .orElseThrow(() -> new Fault(
                        "The input ended before " + item.parameter() + " was answered. No file was written.",
                        "Run the goal again, or add " + item.example() + "."));
    }
}
