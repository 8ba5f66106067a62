package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.SecretFields.Placeholders;
import com.messagemedia.auth0.descriptor.SecretFields.Remedies;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Refuses secrets in plain text, and placeholders that the user did not replace. */
record SecretRules(EffectiveDocument document, Findings findings) {

    void check() {
        List<Field> fields = document.root().all();
        for (Field field : fields) {
            placeholder(field);
        }
        SecretFields secrets = document.secrets();
        for (Field field : fields) {
            if (secrets.isSecret(field.path())) {
                literal(field);
            }
        }
    }

    private void placeholder(Field field) {
        Optional<String> word = Placeholders.in(document.text(field).orElse(""));
        if (word.isPresent()) {
            findings.error(
                    field.valuePlace(),
                    field.name(),
                    "still has the placeholder " + word.get() + " from the guide",
                    new Remedies(document.secrets()).value(field));
        }
    }

    private void literal(Field field) {
        if (!(field.value() instanceof ScalarNode scalar)
                || !scalar.getTag().equals(Tag.STR)
                || scalar.getValue().isEmpty()
                || scalar.getValue().equals(SandboxCredentials.GATEWAY_SECRET)
                || document.scalars().isReferred(scalar)) {
            return;
        }
        if (!SandboxCredentials.isDummy(scalar.getValue())) {
            findings.error(
                    field.valuePlace(),
                    field.name(),
                    "is a secret in plain text, which does not belong in a file",
                    Remedies.reference(field));
        } else if (!document.isRehearsal()) {
            findings.error(
                    field.valuePlace(),
                    field.name(),
                    "is the sandbox's public dummy, which works only in the sandbox",
                    Remedies.reference(field));
        }
    }
}
