package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.messagemedia.auth0.export.StarterDescriptor;
import com.messagemedia.auth0.model.Fault;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StarterQuestionsTest {

    private static final String DELIVERY =
            "How Auth0 sends, gateway or phoneProvider (tenants created since March 2025 need phoneProvider; an older one"
                    + " uses it if its dashboard shows a provider under Branding > Phone Provider) [gateway]: ";

    private final List<String> asked = new ArrayList<>();

    private StarterQuestions answeredBy(String... answers) {
        Deque<String> left = new ArrayDeque<>(List.of(answers));
        return new StarterQuestions(Optional.of(question -> {
            asked.add(question);
            return Optional.ofNullable(left.poll());
        }));
    }

    @Test
    void asksAgainUntilEachAnswerIsValid() {
        StarterDescriptor starter = answeredBy(
                        "https://manage.auth0.com/dashboard/eu/acme/",
                        " https://ACME.eu.auth0.com/login?x=1 ",
                        "phone",
                        "Phone Provider",
                        "0412 345 678",
                        "0061 491 570-156",
                        "a b",
                        "sms-2")
                .complete(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(starter)
                .isEqualTo(new StarterDescriptor("acme.eu.auth0.com", "phoneProvider", "+61491570156", "sms-2"));
        assertThat(asked)
                .containsExactly(
                        "Auth0 tenant, such as acme.eu.auth0.com, or sandbox: ",
                        "Write the tenant's domain, such as acme.eu.auth0.com; or sandbox. In the Auth0 dashboard it stands"
                                + " in the settings of each application.\n"
                                + "Auth0 tenant, such as acme.eu.auth0.com, or sandbox: ",
                        DELIVERY,
                        "Write gateway or phoneProvider. Tenants created since March 2025 need phoneProvider.\n"
                                + DELIVERY,
                        "Sender of the messages, such as +61491570156: ",
                        "Write a number with + and its country code, such as +61491570156; or a registered name of 3 to 11"
                                + " letters and digits.\nSender of the messages, such as +61491570156: ",
                        "Name of the SMS connection [sms]: ",
                        "A name has letters, digits and single dashes between them, such as sms; an id begins with"
                                + " con_.\n"
                                + "Name of the SMS connection [sms]: ");
    }

    @Test
    void asksForNothingThatIsGivenAndTakesTheUsualValueForAnEmptyAnswer() {
        StarterDescriptor starter = answeredBy("", "")
                .complete(Optional.of("sandbox"), Optional.empty(), Optional.of("ACME"), Optional.empty());
        assertThat(starter).isEqualTo(new StarterDescriptor("sandbox", "gateway", "ACME", "sms"));
        assertThat(asked).containsExactly(DELIVERY, "Name of the SMS connection [sms]: ");
        asked.clear();
        answeredBy()
                .complete(
                        Optional.of("sandbox"), Optional.of("phoneProvider"), Optional.of("ACME"), Optional.of("sms"));
        assertThat(asked).isEmpty();
    }

    @Test
    void takesTheGatewayWhereItCannotAsk() {
        assertThat(new StarterQuestions(Optional.empty())
                        .complete(Optional.of("sandbox"), Optional.empty(), Optional.of("ACME"), Optional.empty()))
                .isEqualTo(new StarterDescriptor("sandbox", "gateway", "ACME", "sms"));
    }

    @Test
    void stopsWhereTheInputEnds() {
        StarterQuestions questions = answeredBy("acme.eu.auth0.com", "gateway");
        assertThatThrownBy(() ->
                        questions.complete(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()))
                .isInstanceOf(Fault.class)
                .hasMessage("The input ended before messagemedia.from was answered. No file was written.");
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        StarterQuestions nobody = new StarterQuestions(Optional.empty());
        assertThatThrownBy(() -> nobody.complete(
                        Optional.of("https://x/"), Optional.of("sms"), Optional.empty(), Optional.of("a b")))
                .isInstanceOf(Fault.class)
                .hasMessage("messagemedia.domain is \"https://x/\".\nmessagemedia.delivery is \"sms\".\n"
                        + "messagemedia.connection is \"a b\".\n"
                        + "messagemedia.from is missing, and the goal cannot ask in batch mode (-B) or without a"
                        + " terminal.")
                .extracting(fault -> ((Fault) fault).remedy())
                .isEqualTo(
                        "Write the tenant's domain, such as acme.eu.auth0.com; or sandbox. In the Auth0 dashboard it stands"
                                + " in the settings of each application.\nWrite gateway or phoneProvider. Tenants created since March 2025 need"
                                + " phoneProvider.\nA name has letters, digits and single dashes between them, such as sms; an"
                                + " id begins"
                                + " with con_.\nAdd -Dmessagemedia.from=+61491570156.");
    }
}
