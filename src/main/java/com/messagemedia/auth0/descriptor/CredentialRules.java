package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.ReferenceLookup.ServerCredentials;
import com.messagemedia.auth0.descriptor.ReferenceRules.ReferencePlaces;
import com.messagemedia.auth0.model.CredentialText;
import com.messagemedia.auth0.model.CredentialText.Unexpanded;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import java.util.List;
import java.util.Optional;

/**
 * Refuses texts that cannot be a key, id, secret or token, wherever they come from. A blank or an invisible character shows
 * that the text around the credential was copied too. A variable, a mask or a pair of quotes only takes the credential's place.
 */
record CredentialRules(EffectiveDocument document, Findings findings) {

    void check() {
        ReferencePlaces places = new ReferencePlaces(document.delivery());
        for (Field field : document.root().all()) {
            Optional<String> text = document.text(field);
            if (text.isPresent() && places.isCleaned(field.path())) {
                check(
                        field,
                        text.get(),
                        "Set the variable or the file that it refers to, to the credential itself, without quotes.");
            }
        }
        for (String section : List.of("tenant", "messageMedia")) {
            Optional<Field> server = document.field(section, "server");
            ServerCredentials login = document.logins().get(section);
            if (login != null && server.isPresent()) {
                String remedy =
                        "Write the credential itself into that server of settings.xml, without quotes, or set the"
                                + " variable that it refers to.";
                check(server.get(), login.username(), remedy);
                check(server.get(), login.password().reveal(), remedy);
            }
        }
    }

    private void check(Field field, String text, String remedy) {
        Optional<String> invisible = CredentialText.invisible(text);
        if (invisible.isPresent()) {
            findings.error(
                    field.valuePlace(),
                    field.name(),
                    CredentialText.flaw(invisible.get()),
                    "Copy it again, without the text around it.");
        }
        Optional<String> unexpanded = Unexpanded.in(text);
        if (unexpanded.isPresent()) {
            findings.error(field.valuePlace(), field.name(), Unexpanded.flaw(unexpanded.get()), remedy);
        }
    }
}
