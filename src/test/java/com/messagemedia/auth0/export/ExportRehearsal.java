package com.messagemedia.auth0.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.gateway.GatewayDelivery;
import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.delivery.phone.PhoneDelivery;
import com.messagemedia.auth0.descriptor.Descriptor.TenantSection;
import com.messagemedia.auth0.export.ConnectionExport.Exported;
import com.messagemedia.auth0.export.ConnectionExport.Ways;
import com.messagemedia.auth0.export.ExportDraft.ExportTarget;
import com.messagemedia.auth0.model.Credentials;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Origin;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Rehearsal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Exports from a rehearsal's tenant, and plans what was exported with the live secrets in its variables. */
record ExportRehearsal(Rehearsal rehearsal) {

    private static final Map<String, String> CREDENTIALS = Map.of(
            "AUTH0_CLIENT_ID", SandboxCredentials.CLIENT_ID, "AUTH0_CLIENT_SECRET", SandboxCredentials.CLIENT_SECRET);

    /** The secrets that a connection of these tests can hold, by the variable that an export names for each. */
    private static final Map<String, FieldPath> VARIABLES = Map.of(
            "MESSAGEMEDIA_API_KEY", OptionPaths.SUBJECT,
            "MESSAGEMEDIA_API_SECRET", OptionPaths.AUDIENCE,
            "GATEWAY_SUBJECT", OptionPaths.SUBJECT,
            "GATEWAY_AUDIENCE", OptionPaths.AUDIENCE,
            "GATEWAY_SECRET", OptionPaths.SECRET,
            "TWILIO_TOKEN", OptionPaths.TWILIO_TOKEN);

    Exported export() {
        return export("sms");
    }

    Exported export(String connection) {
        TenantAddress address = rehearsal.sandbox().address();
        TenantSection section = new TenantSection(
                address.domain(),
                Optional.of(address),
                Optional.empty(),
                new Credentials.ClientSecret(
                        SandboxCredentials.CLIENT_ID, new Secret(SandboxCredentials.CLIENT_SECRET)),
                Optional.empty(),
                Origin.wholeFile("test"));
        ExportTarget home =
                new ExportTarget(address.domain(), Optional.empty(), new ExportTarget.SignIn.Client(), connection);
        try (ConnectionExport export = ConnectionExport.open(
                section,
                address,
                rehearsal.settings(Choices.NONE),
                new Ways(new GatewayDelivery(), new PhoneDelivery()))) {
            return export.export(home, rehearsal.file());
        }
    }

    /** Writes the descriptor and plans it: nothing that Auth0 holds may change. */
    PreparedChange planOf(Exported exported) {
        CREDENTIALS.forEach(rehearsal::variable);
        VARIABLES.forEach((name, path) ->
                OptionPaths.text(rehearsal.live(), path).ifPresent(text -> rehearsal.variable(name, text)));
        exported.owned()
                .forEach(path -> OptionPaths.text(rehearsal.live(), path)
                        .ifPresent(text -> variables(path).forEach(name -> undocumented(exported, name, text))));
        PreparedChange planned = rehearsal.describeWhole(exported.text()).plan();
        assertThat(planned.plan().changesOptions())
                .as("%s", planned.plan().merge().decisions())
                .isFalse();
        assertThat(planned.plan().mayBeApplied()).isTrue();
        return planned;
    }

    private static Stream<String> variables(FieldPath path) {
        String name = String.join("_", path.segments()).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        return Stream.of(name, "OPTION_" + name);
    }

    private void undocumented(Exported exported, String name, String text) {
        if (exported.variables().contains(name) && !VARIABLES.containsKey(name)) {
            rehearsal.variable(name, text);
        }
    }

    /** A connection that runs through MessageMedia, as an apply of this plugin leaves it. */
    ExportRehearsal throughMessageMedia() {
        rehearsal.unset("twilio_sid").unset("twilio_token").set("provider", "\"sms_gateway\"");
        rehearsal.set("gateway_url", "\"https://auth0-api.messagemedia.com/messages\"");
        rehearsal.set("gateway_authentication", """
                {"method": "bearer", "subject": "SandboxApiKey0000000", "audience": "SandboxApiSecret00000000000000",
                 "secret": "MessageMedia", "secret_base64_encoded": false}""");
        return this;
    }
}
