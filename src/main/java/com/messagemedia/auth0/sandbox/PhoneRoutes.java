package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.sandbox.ManagementGate.Guarded;
import java.util.function.BooleanSupplier;

/** The routes of everything that sends through the tenant's phone provider: Actions, provider, templates. */
final class PhoneRoutes {

    private static final String ACTIONS = "/api/v2/actions/actions";
    private static final String TRIGGERS = "/api/v2/actions/triggers";
    private static final String PROVIDERS = "/api/v2/branding/phone/providers";
    private static final String TEMPLATES = "/api/v2/branding/phone/templates";
    private static final String MESSAGE_TYPES = "/api/v2/guardian/factors/phone/message-types";
    private static final String ONE = "/{id}";

    private final ManagementGate gate;
    private final ActionsEndpoint actions;
    private final DeploymentsEndpoint deployments;
    private final Bindings bindings;
    private final PhoneProvider providers;
    private final PhoneTemplates templates;

    private final PhoneTests tests;
    private final PhoneFactor factor;

    PhoneRoutes(Tenant tenant, ManagementGate gate, PhoneSender sender, BooleanSupplier buildsFail) {
        this.gate = gate;
        this.actions = new ActionsEndpoint(tenant, buildsFail);
        this.deployments = new DeploymentsEndpoint(tenant);
        this.bindings = new Bindings(tenant);
        this.providers = new PhoneProvider(tenant);
        this.templates = new PhoneTemplates(tenant);
        this.tests = new PhoneTests(tenant, sender);
        this.factor = new PhoneFactor(tenant);
    }

    Router addTo(Router router) {
        return templates(providers(triggers(actions(router))))
                .route("GET", MESSAGE_TYPES, to("read:guardian_factors", factor::read))
                .route("PUT", MESSAGE_TYPES, to("update:guardian_factors", factor::update));
    }

    private Router actions(Router router) {
        return router.route("GET", ACTIONS, to("read:actions", actions::list))
                .route("POST", ACTIONS, to("create:actions", actions::create))
                .route("GET", ACTIONS + ONE, to("read:actions", actions::read))
                .route("PATCH", ACTIONS + ONE, to("update:actions", actions::update))
                .route("DELETE", ACTIONS + ONE, to("delete:actions", actions::delete))
                .route("POST", ACTIONS + ONE + "/deploy", to("create:actions", deployments::deploy))
                .route("GET", ACTIONS + ONE + "/versions", to("read:actions", deployments::versions))
                .route(
                        "POST",
                        ACTIONS + ONE + "/versions/{id}/deploy",
                        to("create:actions", deployments::deployVersion));
    }

    private Router triggers(Router router) {
        return router.route("GET", TRIGGERS, to("read:actions", bindings::triggers))
                .route("GET", TRIGGERS + "/{id}/bindings", to("read:actions", bindings::list))
                .route("PATCH", TRIGGERS + "/{id}/bindings", to("update:actions", bindings::update));
    }

    private Router providers(Router router) {
        return router.route("GET", PROVIDERS, to("read:phone_providers", providers::list))
                .route("POST", PROVIDERS, to("create:phone_providers", providers::create))
                .route("GET", PROVIDERS + ONE, to("read:phone_providers", providers::read))
                .route("PATCH", PROVIDERS + ONE, to("update:phone_providers", providers::update))
                .route("POST", PROVIDERS + ONE + "/try", to("create:phone_providers", tests::provider))
                .route("DELETE", PROVIDERS + ONE, to("delete:phone_providers", providers::delete));
    }

    private Router templates(Router router) {
        return router.route("GET", TEMPLATES, to("read:phone_templates", templates::list))
                .route("POST", TEMPLATES, to("create:phone_templates", templates::create))
                .route("GET", TEMPLATES + ONE, to("read:phone_templates", templates::read))
                .route("PATCH", TEMPLATES + ONE, to("update:phone_templates", templates::update))
                .route("PATCH", TEMPLATES + ONE + "/reset", to("update:phone_templates", templates::reset))
                .route("POST", TEMPLATES + ONE + "/try", to("create:phone_templates", tests::template))
                .route("DELETE", TEMPLATES + ONE, to("delete:phone_templates", templates::delete));
    }

    private Endpoint to(String scope, Guarded guarded) {
        return gate.behind(scope, guarded);
    }
}
