package com.messagemedia.auth0.doctor;

import com.messagemedia.auth0.delivery.phone.PhoneAccount;
import com.messagemedia.auth0.delivery.phone.PhonePaths;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.doctor.DeliveryExamination.Examined;
import com.messagemedia.auth0.doctor.SendingExamination.TextExamination;
import com.messagemedia.auth0.messagemedia.MessageMediaClient;
import com.messagemedia.auth0.messagemedia.MessageMediaClient.AccountAnswer;
import com.messagemedia.auth0.messagemedia.MessageMediaClient.CredentialCheck;
import com.messagemedia.auth0.messagemedia.Region;
import com.messagemedia.auth0.model.CheckResult;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The MessageMedia account that the Action sends with, its senders, and the texts that the descriptor owns. */
record PhoneAccountExamination(Examined examined) {

    private static final String CREDENTIALS = "credentials";
    private static final FieldPath TEXT = PhonePaths.template("otp_verify", "text");

    List<CheckResult> links() {
        List<CheckResult> links = new ArrayList<>();
        PhoneAccount account = PhoneAccount.of(
                descriptor(), examined.sending().tenant(), examined.sending().region());
        try (MessageMediaClient client = account.open(examined.sending().http().within(MessageMediaAccount.PATIENCE))
                .orElse(null)) {
            if (client == null) {
                links.add(CheckResult.unknown(
                        CREDENTIALS, "the descriptor holds no API key and secret for the Action", ""));
            } else {
                AccountAnswer answer = examined.sending().asked().ask(client);
                links.add(credentials(answer.check(), account.region()));
                links.addAll(senders(answer, client));
            }
        }
        text().ifPresent(text -> links.add(TextExamination.of(text, descriptor().desired())));
        return links;
    }

    private Descriptor descriptor() {
        return examined.descriptor();
    }

    private static CheckResult credentials(CredentialCheck check, Region region) {
        return switch (check.verdict()) {
            case ACCEPTED -> CheckResult.ok(CREDENTIALS, check.reason() + " in region " + region.word());
            case REFUSED ->
                CheckResult.broken(
                        CREDENTIALS, check.reason() + " in region " + region.word(), PhoneAccount.newPair(region));
            case INCONCLUSIVE ->
                CheckResult.unknown(
                        CREDENTIALS,
                        check.reason(),
                        "Send a code with messagemedia:try -Dmessagemedia.direct=true, or try again later.");
        };
    }

    private List<CheckResult> senders(AccountAnswer answer, MessageMediaClient client) {
        TreeSet<String> senders = new TreeSet<>(descriptor().phone().senders().values());
        senders.add(descriptor().phone().from().orElse(""));
        List<CheckResult> links = new ArrayList<>();
        senders.forEach(sender -> links.add(new SenderExamination(sender).link(answer, client)));
        if (descriptor().phone().senders().isEmpty()) {
            // With senders by prefix, validate warns of those that their countries do not take.
            links.addAll(new SenderExamination(descriptor().phone().from().orElse("")).countries());
        }
        return links;
    }

    private Optional<String> text() {
        return descriptor().desired().get(TEXT).map(text -> text instanceof Value.Text said ? said.text() : "");
    }
}
