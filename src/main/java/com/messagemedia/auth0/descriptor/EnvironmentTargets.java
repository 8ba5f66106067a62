package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.DeliveryRules.TenantClaim;
import com.messagemedia.auth0.descriptor.ReferenceResolver.Resolution;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the environments of a file change in Auth0. Two environments must not change the same thing: each would undo the other's
 * work. A value that only one environment refers to is not looked up and not compared.
 */
final class EnvironmentTargets {

    private final Environments environments;
    private final Findings findings;
    private final Map<List<String>, String> owners = new HashMap<>();

    EnvironmentTargets(Environments environments, Findings findings) {
        this.environments = environments;
        this.findings = findings;
    }

    /** Refuses two environments with the same connection, or with the same thing that a tenant has once. */
    void refuseSame() {
        for (Field overlay : environments.overlays()) {
            Field environment = environments.merged(overlay);
            Optional<String> domain = domain(environment);
            if (domain.isPresent() && !refuseSame(domain.get(), overlay, environment)) {
                Optional<TenantClaim> claim =
                        environments.delivery(Optional.of(overlay)).claim(environment);
                if (claim.isPresent()) {
                    refuseSame(claim.get(), domain.get(), overlay);
                }
            }
        }
    }

    private boolean refuseSame(String domain, Field overlay, Field environment) {
        Optional<Resolution> connection = known(environment, "connection");
        if (connection.isPresent() && connection.get().isPending()) {
            return false;
        }
        String name = connection.isPresent() ? connection.get().text() : DescriptorAssembly.DEFAULT_CONNECTION;
        String other = owners.putIfAbsent(List.of(domain, name), overlay.last());
        if (other == null) {
            return false;
        }
        findings.error(
                overlay.keyPlace(),
                overlay.name(),
                "has the same tenant and connection as environment " + other,
                "Give each environment its own tenant.domain or connection.");
        return true;
    }

    private void refuseSame(TenantClaim claim, String domain, Field overlay) {
        String other = owners.putIfAbsent(List.of(domain, "", claim.what()), overlay.last());
        if (other != null) {
            findings.error(
                    overlay.keyPlace(),
                    overlay.name(),
                    "manages the " + claim.what() + " of the same tenant as environment " + other,
                    claim.remedy());
        }
    }

    private Optional<String> domain(Field environment) {
        Optional<Resolution> domain = known(environment, "tenant", "domain");
        return domain.isPresent() && !domain.get().isPending()
                ? Optional.of(canonical(domain.get().text()))
                : Optional.empty();
    }

    private Optional<Resolution> known(Field environment, String... path) {
        Optional<Field> field = environment.at(List.of(path));
        Optional<String> text = field.isPresent() ? field.get().text() : Optional.empty();
        return text.isPresent() ? Optional.of(environments.source().resolveKnown(text.get())) : Optional.empty();
    }

    private static String canonical(String domain) {
        Optional<TenantAddress> address = TenantAddress.parse(domain);
        return address.isPresent() ? address.get().url().toString() : domain.toLowerCase(Locale.ROOT);
    }
}
