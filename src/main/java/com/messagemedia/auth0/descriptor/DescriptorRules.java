package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.OptionRules.AllowedOptions;
import com.messagemedia.auth0.yaml.Findings;
import java.util.List;

/** Checks a document for one environment: first against the schema, then against the rules that a schema cannot express. */
record DescriptorRules(EffectiveDocument document, Findings findings) {

    void check() {
        new SchemaFaults(document.root(), document.home(), document.scalars()::isPending, document.secrets())
                .report(findings);
        new SecretRules(document, findings).check();
        new CredentialRules(document, findings).check();
        new TenantRules(document, findings).check();
        new NoConnectionRules(document, findings).check();
        new OptionRules(document, findings).check();
        document.delivery().check(document, findings);
        new AllowedOptions(document).check(findings);
        new PathRules(document, findings).check();
        new PolicyRules(document, findings).check();
        purpose();
    }

    private void purpose() {
        for (String section : List.of("messageMedia", "phoneProvider", "options", "remove", "enabledClients")) {
            if (document.field(section).isPresent()) {
                return;
            }
        }
        findings.warning(
                document.home(),
                "",
                "the file sets nothing on the connection, so nothing would change",
                "Add messageMedia, options, remove or enabledClients.");
    }
}
