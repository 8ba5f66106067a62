package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.auth0.RetryBudget;
import com.messagemedia.auth0.auth0.SharedTokens;
import com.messagemedia.auth0.delivery.Permissions;
import com.messagemedia.auth0.delivery.SyncSettings;
import com.messagemedia.auth0.descriptor.Descriptor.TenantSection;
import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.merge.ConflictPolicies.ConflictPolicy;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.SandboxDomain;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.sandbox.StartingTenant;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * How a goal talks to a tenant, as its parameters say.
 *
 * @param goal the run of the goal
 * @param plugin this plugin
 * @param timeout how long the goal tries in all, in seconds
 * @param hosts the hosts besides Auth0's own that may receive credentials, in lower case
 * @param sandboxFile the file that the user names for the state of the embedded sandbox
 * @param onConflict what replaces the descriptor's {@code onConflict}
 * @param permissions what the user allows
 * @param tokens the tokens of the run
 */
record TenantOptions(
        GoalRun goal,
        PluginDescriptor plugin,
        int timeout,
        Set<String> hosts,
        Optional<File> sandboxFile,
        Optional<String> onConflict,
        Permissions permissions,
        SharedTokens tokens) {

    /** Options that trust Auth0's own hosts and approve nothing. */
    static TenantOptions of(GoalRun goal, PluginDescriptor plugin, int timeout) {
        return new TenantOptions(
                goal,
                plugin,
                timeout,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Permissions.NONE,
                new SharedTokens());
    }

    /** The same options with the hosts that the user trusts with credentials. */
    TenantOptions trusting(@Nullable List<String> allowed) {
        Set<String> names = new HashSet<>();
        for (String host : ParameterText.trimmed(allowed)) {
            names.add(host.toLowerCase(Locale.ROOT));
        }
        return new TenantOptions(goal, plugin, timeout, names, sandboxFile, onConflict, permissions, tokens);
    }

    /** The same options with the file that the user names for the embedded sandbox. */
    TenantOptions sandboxIn(@Nullable File state) {
        return new TenantOptions(
                goal, plugin, timeout, hosts, Optional.ofNullable(state), onConflict, permissions, tokens);
    }

    /** The same options with what the user says about conflicts. */
    TenantOptions onConflict(@Nullable String policy) {
        return new TenantOptions(
                goal, plugin, timeout, hosts, sandboxFile, ParameterText.nonBlank(policy), permissions, tokens);
    }

    /** The same options with what the user allows. */
    TenantOptions allowing(Permissions given) {
        return new TenantOptions(goal, plugin, timeout, hosts, sandboxFile, onConflict, given, tokens);
    }

    /** Refuses what would decide for several environments at once without naming them. */
    void requireForSeveral() {
        if (permissions.adopt().contains(Permissions.ANY)) {
            throw new Fault(
                    "messagemedia.adopt is true, which would adopt connections in several environments at once. Nothing was written.",
                    "Name the environments: -Dmessagemedia.adopt=prod-eu,prod-us.",
                    Outcome.REFUSED);
        }
        if (onConflict.filter(ConflictPolicy.OVERWRITE.name()::equalsIgnoreCase).isPresent()) {
            throw new Fault(
                    "messagemedia.onConflict is overwrite, which would overwrite what others changed in several environments at"
                            + " once. Nothing was written.",
                    "Name one environment, or write the policy into the descriptor for the options that you mean (onConflict).",
                    Outcome.REFUSED);
        }
    }

    /** The same options for the part of the run that is about one of several environments. */
    TenantOptions of(GoalRun part) {
        return new TenantOptions(
                part, plugin, timeout, hosts, sandboxFile, onConflict, permissions.forSeveral(), tokens);
    }

    /** The file that keeps the tenant {@code sandbox}; the others of the embedded sandbox are beside it. */
    Path sandboxState() {
        return sandboxFile.isPresent()
                ? sandboxFile.get().toPath()
                : goal.build().outputFolder().resolve("sandbox.json");
    }

    /** The file that keeps a tenant of the embedded sandbox. */
    Path sandboxState(SandboxDomain domain) {
        return SandboxSettings.keptIn(sandboxState()).of(domain).stateFile().orElseThrow();
    }

    /**
     * Gives access to a tenant; starts the embedded sandbox if it is one of it. A new tenant of the sandbox is one that the
     * delivery of the descriptor suits.
     */
    TenantAccess open(TenantSection tenant, String delivery) {
        boolean phone = delivery.equals(Deliveries.PHONE.rules().name());
        return phone
                ? open(tenant, StartingTenant.MODERN)
                : TenantAccess.to(tenant, () -> SandboxSettings.keptIn(sandboxState()));
    }

    /** Gives access to a tenant; starts the embedded sandbox, with this tenant if it is new, if it is one of it. */
    TenantAccess open(TenantSection tenant, StartingTenant start) {
        return TenantAccess.to(
                tenant,
                () -> SandboxSettings.keptIn(sandboxState()).withStart(start).withPhoneScopes());
    }

    /**
     * The settings for an open tenant.
     *
     * @param descriptor the descriptor's file
     * @param offlineGoal a goal that works offline
     * @throws Fault when Maven is offline and the tenant is not on this machine
     */
    SyncSettings settings(TenantAccess access, Path descriptor, String offlineGoal) {
        if (goal.build().session().isOffline() && !access.address().isLoopback()) {
            throw new Fault(
                    "Maven is offline (-o) and " + access.address() + " is not on this machine.",
                    "Leave -o out, or run messagemedia:" + offlineGoal + ", which works offline.");
        }
        return new SyncSettings(
                http(access.address()),
                hosts,
                policy(),
                permissions,
                RetryBudget.of(Duration.ofSeconds(timeout), goal.output()::passing, goal.time()),
                tokens,
                descriptor.resolveSibling(descriptor.getFileName() + ".applied.json"));
    }

    private Optional<ConflictPolicy> policy() {
        return onConflict.isPresent()
                ? Optional.of(ParameterText.choice("messagemedia.onConflict", onConflict.get(), ConflictPolicy.class))
                : Optional.empty();
    }

    /** How requests to a tenant are made. */
    HttpSettings http(TenantAddress tenant) {
        return MavenHttp.settings(goal.build().session(), userAgent(), tenant, timeout);
    }

    /** Whether requests may go to a tenant: Maven is online, and the tenant may receive credentials. */
    boolean mayBeAsked(TenantAddress tenant) {
        return !goal.build().session().isOffline() && tenant.isTrusted(hosts);
    }

    /** The name and version under which the plugin makes requests and writes files. */
    String userAgent() {
        return plugin.getArtifactId() + "/" + plugin.getVersion();
    }
}
