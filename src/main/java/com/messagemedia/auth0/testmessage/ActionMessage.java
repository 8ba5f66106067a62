package com.messagemedia.auth0.testmessage;

import com.messagemedia.auth0.delivery.TenantClient;
import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.delivery.phone.MessageMediaAnswers;
import com.messagemedia.auth0.delivery.phone.PhoneAccount;
import com.messagemedia.auth0.delivery.phone.PhonePaths;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.messagemedia.MessageMediaClient;
import com.messagemedia.auth0.messagemedia.MessageStatus;
import com.messagemedia.auth0.messagemedia.Region;
import com.messagemedia.auth0.messagemedia.SendAnswer;
import com.messagemedia.auth0.messagemedia.SmsMessage;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.sms.CodeTemplate;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends one real message through MessageMedia as the descriptor's Action would, without Auth0, and follows it.
 *
 * @param descriptor holds the credentials, the senders and the text
 * @param address the tenant's address; one on loopback is a sandbox, which has its own MessageMedia
 * @param http the settings for requests
 * @param watch how to follow the message
 */
public record ActionMessage(Descriptor descriptor, TenantAddress address, HttpSettings http, MessageWatch watch) {

    private static final FieldPath LIFETIME = FieldPath.of("totp", "time_step");

    /** Auth0's default for {@code totp.time_step}. */
    private static final Duration USUAL_LIFETIME = Duration.ofMinutes(5);

    /**
     * Sends the message once, with zeros for the code, and returns the last status that MessageMedia gives of it.
     *
     * @throws Fault if the descriptor has no credentials, if MessageMedia does not accept the message, or if no answer comes
     */
    public MessageStatus send(String number) {
        Region region = PhoneAccount.region(descriptor);
        try (MessageMediaClient client = PhoneAccount.of(descriptor, address, region)
                .open(TenantClient.http(descriptor.tenant(), http))
                .orElseThrow(ActionMessage::noAccount)) {
            SendAnswer answer = client.send(message(number));
            MessageMediaAnswers.fault(answer, region).ifPresent(fault -> {
                throw fault;
            });
            return watch.follow(client, answer.messageId().orElseThrow());
        }
    }

    private static Fault noAccount() {
        return new Fault(
                "The descriptor holds no API key and secret of MessageMedia for an Action, so it cannot send without"
                        + " Auth0. Nothing was sent.",
                "Use the descriptor that manages the phone provider, or leave messagemedia.direct out.",
                Outcome.REFUSED);
    }

    private SmsMessage message(String number) {
        return new SmsMessage(
                number,
                text(),
                sender(number),
                Optional.of(watch.clock().instant().plus(lifetime())));
    }

    /** The sender of a template wins in the Action, too. */
    private Optional<String> sender(String number) {
        return template("from").or(() -> descriptor.phone().sender(number)).filter(sender -> !sender.isBlank());
    }

    /** Only Auth0 can run the tags of a template, so a template with tags is not used. */
    private String text() {
        Options desired = descriptor.desired();
        String zeros = "0".repeat(CodeTemplate.length(desired.get(OptionPaths.TOTP_LENGTH)));
        String template =
                template("text").filter(text -> !CodeTemplate.hasTags(text)).orElse(CodeTemplate.USUAL);
        return CodeTemplate.render(template, zeros).strip();
    }

    private Optional<String> template(String key) {
        return OptionPaths.text(descriptor.desired(), PhonePaths.template("otp_verify", key))
                .filter(text -> !text.isBlank());
    }

    private Duration lifetime() {
        return descriptor
                .desired()
                .get(LIFETIME)
                .filter(Value.Numeral.class::isInstance)
                .map(value -> ((Value.Numeral) value).literal())
                .filter(seconds -> seconds.matches("[0-9]{1,8}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(USUAL_LIFETIME);
    }
}
