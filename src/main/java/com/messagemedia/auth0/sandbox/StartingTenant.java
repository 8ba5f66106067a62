package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Tree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a new sandbox holds. */
public enum StartingTenant {
    /** A tenant from before March 2025: its SMS connection sends by Twilio's options and can use the gateway. */
    OLDER,
    /** An older tenant with the Unified Phone Experience on. Its SMS connection still sends by Twilio's options. */
    SWITCHED,
    /** A newer tenant: it sends through a phone provider. It has no Action and no phone provider yet. */
    MODERN,
    /** A newer tenant with a live phone provider {@code twilio}. */
    TWILIO_PROVIDER,
    /** A newer tenant whose phone provider runs somebody else's Action. */
    FOREIGN_ACTION,
    /** A newer tenant where somebody opened the dashboard's page: it made an Action that was never deployed. */
    STUB_ACTION;

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    /** Whether the tenant always sends through its phone provider. */
    public boolean isModern() {
        return this != OLDER && this != SWITCHED;
    }

    private static String code(String name) {
        try (InputStream source = StartingTenant.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(source).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TenantState state() {
        Map<TenantPart, List<Tree>> parts = new EnumMap<>(TenantPart.class);
        parts.put(
                TenantPart.CONNECTIONS,
                isModern() ? StartingConnections.withoutProvider() : StartingConnections.withTwilio());
        parts.put(
                TenantPart.CLIENTS,
                List.of(
                        application("sandboxWebClient0000000000000000", "Web", "regular_web"),
                        application("sandboxAppClient0000000000000000", "App", "native"),
                        application(SandboxCredentials.CLIENT_ID, "Deployment", "non_interactive")));
        TenantDraft draft = new TenantDraft(new TenantState(parts, settings(), 0, BEGIN), InstantSource.fixed(BEGIN));
        switch (this) {
            case TWILIO_PROVIDER -> draft.add(TenantPart.PHONE_PROVIDERS, PhoneProvider.created(twilio(), draft));
            case FOREIGN_ACTION -> foreign(draft);
            case STUB_ACTION ->
                draft.add(TenantPart.ACTIONS, action("Custom Phone Provider", code("stub-action.js"), draft));
            default -> {}
        }
        return draft.state();
    }

    private Tree settings() {
        return ObjectBuilder.empty()
                .put("modern", Value.of(isModern()))
                .put("friendly_name", "Sandbox")
                .put("phone_consolidated_experience", Value.of(this != OLDER))
                .tree();
    }

    private static Tree application(String id, String name, String type) {
        return ObjectBuilder.empty()
                .put("client_id", id)
                .put("name", name)
                .put("app_type", type)
                .tree();
    }

    private static Tree twilio() {
        return ObjectBuilder.empty()
                .put("name", "twilio")
                .put("disabled", Value.of(false))
                .put(
                        "configuration",
                        ObjectBuilder.empty()
                                .put("sid", SandboxCredentials.TWILIO_SID)
                                .put("default_from", "+15550100000")
                                .put("delivery_methods", texts("text", "voice"))
                                .tree())
                .tree();
    }

    private static void foreign(TenantDraft draft) {
        Tree secret = ObjectBuilder.empty()
                .put("name", "ACME_TOKEN")
                .put("value", SandboxCredentials.TWILIO_TOKEN)
                .tree();
        Tree body = ObjectBuilder.of(body("Acme SMS", code("foreign-action.js")))
                .put("secrets", new Array(List.of(secret)))
                .tree();
        StoredAction action = StoredAction.created(body, draft).built().deployed(draft);
        draft.add(TenantPart.ACTIONS, action.settled().tree());
        draft.add(TenantPart.BINDINGS, Bindings.binding(action, "Acme SMS", draft));
        Tree provider = ObjectBuilder.empty()
                .put("name", "custom")
                .put("disabled", Value.of(false))
                .put(
                        "configuration",
                        ObjectBuilder.empty()
                                .put("delivery_methods", texts("text"))
                                .tree())
                .tree();
        draft.add(TenantPart.PHONE_PROVIDERS, PhoneProvider.created(provider, draft));
    }

    private static Tree action(String name, String code, TenantDraft draft) {
        return StoredAction.created(body(name, code), draft).built().tree();
    }

    private static Tree body(String name, String code) {
        Tree trigger = ObjectBuilder.empty()
                .put("id", Bindings.PHONE_TRIGGER)
                .put("version", "v1")
                .tree();
        return ObjectBuilder.empty()
                .put("name", name)
                .put("supported_triggers", new Array(List.of(trigger)))
                .put("code", code)
                .put("runtime", "node22")
                .tree();
    }

    private static Array texts(String... texts) {
        return new Array(List.of(texts).stream().<Value>map(Value::of).toList());
    }
}
