package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import java.util.List;
import java.util.Optional;

/** Checks a document without a connection. Then a file has to keep the applied record, and nothing may need the connection. */
record NoConnectionRules(EffectiveDocument document, Findings findings) {

    private static final List<String> OF_CONNECTION = List.of("createIfMissing", "options", "enabledClients");

    void check() {
        Optional<Field> connection = document.field("connection");
        if (connection.isPresent() && document.text(connection.get()).orElse("").equals(Descriptor.NO_CONNECTION)) {
            check(connection.get());
        }
    }

    private void check(Field connection) {
        if (!document.delivery().worksWithoutConnection()) {
            findings.error(
                    connection.valuePlace(),
                    connection.name(),
                    "is none, and delivery: " + document.delivery().name() + " needs a connection",
                    "Write the connection's name, such as sms.");
            return;
        }
        if (!document.text("state").orElse("").equals("file")) {
            findings.error(
                    connection.valuePlace(),
                    connection.name(),
                    "is none, so no connection can keep the applied record",
                    "Add state: file.");
        }
        for (String key : OF_CONNECTION) {
            Optional<Field> field = document.field(key);
            if (field.isPresent()) {
                findings.error(
                        field.get().keyPlace(),
                        field.get().name(),
                        "needs a connection, and connection is none",
                        "Remove it, or write the connection's name.");
            }
        }
    }
}
