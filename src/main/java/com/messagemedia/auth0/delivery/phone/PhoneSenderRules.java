package com.messagemedia.auth0.delivery.phone;

import com.messagemedia.auth0.delivery.SenderRules;
import com.messagemedia.auth0.descriptor.EffectiveDocument;
import com.messagemedia.auth0.sms.Sender.Country;
import com.messagemedia.auth0.sms.Sender.Country.Bar;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import java.util.List;

/** Checks the senders by the recipient's prefix: each can send, and the country of its recipients takes it. */
record PhoneSenderRules(EffectiveDocument document, Findings findings) {

    void check() {
        SenderRules rules = new SenderRules(document, findings);
        for (Field sender :
                document.field("messageMedia", "senders").map(Field::members).orElse(List.of())) {
            rules.check(sender);
            document.text(sender)
                    .flatMap(text -> Country.bar(sender.last(), text))
                    .ifPresent(bar -> warn(sender, bar));
        }
    }

    private void warn(Field sender, Bar bar) {
        findings.warning(sender.valuePlace(), sender.name(), bar.problem(), bar.remedy());
    }
}
