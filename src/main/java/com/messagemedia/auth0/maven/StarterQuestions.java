package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.export.StarterDescriptor;
import com.messagemedia.auth0.maven.Question.Wrong;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The values that a first descriptor needs: from parameters, or from questions in interactive mode.
 *
 * @param terminal asks for a line; empty in non-interactive mode
 */
record StarterQuestions(Optional<Function<String, Optional<String>>> terminal) {

    private static final Question DOMAIN = new Question(
            "messagemedia.domain",
            "Auth0 tenant, such as acme.eu.auth0.com, or sandbox: ",
            PastedText::domain,
            PastedText::isDomain,
            "Write the tenant's domain, such as acme.eu.auth0.com; or sandbox. In the Auth0 dashboard it stands in the settings"
                    + " of each application.",
            "-Dmessagemedia.domain=acme.eu.auth0.com",
            Optional.empty());
    private static final Question DELIVERY = new Question(
            "messagemedia.delivery",
            "How Auth0 sends, gateway or phoneProvider (tenants created since March 2025 need phoneProvider; an older one uses"
                    + " it if its dashboard shows a provider under Branding > Phone Provider) [gateway]: ",
            PastedText::delivery,
            StarterDescriptor::isDelivery,
            "Write gateway or phoneProvider. Tenants created since March 2025 need phoneProvider.",
            "-Dmessagemedia.delivery=phoneProvider",
            Optional.of(StarterDescriptor.GATEWAY));
    private static final Question SENDER = new Question(
            "messagemedia.from",
            "Sender of the messages, such as +61491570156: ",
            PastedText::sender,
            StarterDescriptor::isSender,
            "Write a number with + and its country code, such as +61491570156; or a registered name of 3 to 11 letters and"
                    + " digits.",
            "-Dmessagemedia.from=+61491570156",
            Optional.empty());
    private static final Question CONNECTION = new Question(
            "messagemedia.connection",
            "Name of the SMS connection [sms]: ",
            PastedText::bare,
            StarterDescriptor::isConnection,
            "A name has letters, digits and single dashes between them, such as sms; an id begins with con_.",
            "-Dmessagemedia.connection=sms",
            Optional.of("sms"));

    /**
     * Asks for the missing values. Where it cannot ask, the delivery is the gateway, as in a descriptor that names none.
     *
     * @throws Fault when a value is not valid, or is missing in non-interactive mode
     */
    StarterDescriptor complete(
            Optional<String> domain, Optional<String> delivery, Optional<String> from, Optional<String> connection) {
        refuse(Stream.of(
                        DOMAIN.wrong(domain),
                        DELIVERY.wrong(delivery),
                        SENDER.wrong(from),
                        CONNECTION.wrong(connection),
                        missing(domain, from))
                .flatMap(Optional::stream)
                .toList());
        return new StarterDescriptor(
                value(DOMAIN, domain), value(DELIVERY, delivery), value(SENDER, from), value(CONNECTION, connection));
    }

    private String value(Question question, Optional<String> given) {
        return given.map(question.reading())
                .orElseGet(() -> terminal.map(question::ask)
                        .orElseGet(() -> question.usual().orElse("")));
    }

    private Optional<Wrong> missing(Optional<String> domain, Optional<String> from) {
        List<Question> missing = new ArrayList<>();
        domain.ifPresentOrElse(text -> {}, () -> missing.add(DOMAIN));
        from.ifPresentOrElse(text -> {}, () -> missing.add(SENDER));
        if (terminal.isPresent() || missing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Wrong(
                joined(missing, " and ", Question::parameter)
                        + (missing.size() == 1 ? " is" : " are")
                        + " missing, and the goal cannot ask in batch mode (-B) or without a terminal.",
                "Add " + joined(missing, " ", Question::example) + "."));
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
}
