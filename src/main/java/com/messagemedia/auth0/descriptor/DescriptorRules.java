package com.messagemedia.auth0.descriptor;

/** Everything that a document has to obey in one environment: the schema first, then what a schema cannot say. */
record DescriptorRules(EffectiveDocument document, Findings findings) {

    void check() {
        new SchemaFaults(document.root(), document.home(), document.scalars()::isPending).report(findings);
        new SecretRules(document, findings).check();
        new TenantRules(document, findings).check();
        new MessageMediaRules(document, findings).check();
        new GatewayRules(document, findings).check();
        new OptionRules(document, findings).check();
        new TemplateRules(document, findings).check();
        new PathRules(document, findings).check();
        new PolicyRules(document, findings).check();
    }
}
