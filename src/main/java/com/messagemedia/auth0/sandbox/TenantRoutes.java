package com.messagemedia.auth0.sandbox;

/** The routes of the tenant's settings, applications and logs. */
final class TenantRoutes {

    private static final String CLIENTS = "/api/v2/clients";
    private static final String SETTINGS = "/api/v2/tenants/settings";

    private final ManagementGate gate;
    private final TenantSettingsEndpoint settings;
    private final ApplicationsEndpoint applications;
    private final LogsEndpoint logs;

    TenantRoutes(Tenant tenant, ManagementGate gate) {
        this.gate = gate;
        this.settings = new TenantSettingsEndpoint(tenant);
        this.applications = new ApplicationsEndpoint(tenant);
        this.logs = new LogsEndpoint(tenant);
    }

    Router addTo(Router router) {
        return router.route("GET", SETTINGS, gate.behind("read:tenant_settings", settings::read))
                .route("PATCH", SETTINGS, gate.behind("update:tenant_settings", settings::update))
                .route("GET", CLIENTS, gate.behind("read:clients", applications::list))
                .route("POST", CLIENTS, gate.behind("create:clients", applications::create))
                .route("GET", CLIENTS + "/{id}", gate.behind("read:clients", applications::read))
                .route("DELETE", CLIENTS + "/{id}", gate.behind("delete:clients", applications::delete))
                .route("GET", "/api/v2/logs", gate.behind("read:logs", logs::list));
    }
}
