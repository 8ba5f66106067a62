package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.connection.CredentialText;
import com.messagemedia.auth0.descriptor.ReferenceSource.ServerLogin;
import java.util.List;
import java.util.Optional;

/** No key, id, secret or token has a blank or an invisible character in it: it was copied with what stands around it. */
record CredentialRules(EffectiveDocument document, Findings findings) {

    void check() {
        for (Field field : document.root().all()) {
            if (ReferencePlaces.isCleaned(field.path())) {
                document.text(field).ifPresent(text -> check(field, text));
            }
        }
        for (String section : List.of("tenant", "messageMedia")) {
            Optional<ServerLogin> login = Optional.ofNullable(document.logins().get(section));
            login.ifPresent(found -> document.field(section, "server").ifPresent(server -> {
                check(server, found.username());
                check(server, found.password().reveal());
            }));
        }
    }

    private void check(Field field, String text) {
        CredentialText.invisible(text)
                .ifPresent(name -> findings.error(
                        field.valuePlace(),
                        field.name(),
                        CredentialText.flaw(name),
                        "Copy it again, without what stands around it."));
    }
}
