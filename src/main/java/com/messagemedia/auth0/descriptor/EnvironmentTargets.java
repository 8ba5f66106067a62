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
            Field environment = Field.document(environments.merged(Optional.of(overlay)));
            Optional<String> same = target(environment).flatMap(target -> other(target, overlay));
            same.ifPresent(other -> findings.error(
                    overlay.keyPlace(),
                    overlay.name(),
                    "has the same tenant and connection as environment " + other,
                    "Give each environment its own tenant.domain or connection."));
            if (same.isEmpty()) {
                environments
                        .delivery(Optional.of(overlay))
                        .claim(environment)
                        .ifPresent(claim -> refuseSame(claim, overlay, environment));
            }
        }
    }

    private void refuseSame(TenantClaim claim, Field overlay, Field environment) {
        domain(environment)
                .flatMap(domain -> other(List.of(domain, "", claim.what()), overlay))
                .ifPresent(other -> findings.error(
                        overlay.keyPlace(),
                        overlay.name(),
                        "manages the " + claim.what() + " of the same tenant as environment " + other,
                        claim.remedy()));
    }

    private Optional<String> other(List<String> target, Field overlay) {
        return Optional.ofNullable(owners.putIfAbsent(target, overlay.last()));
    }

    private Optional<String> domain(Field environment) {
        return known(environment, "tenant", "domain")
                .filter(domain -> !isOpen(domain))
                .map(domain -> canonical(domain.text()));
    }

    private Optional<List<String>> target(Field environment) {
        Optional<Resolution> connection = known(environment, "connection");
        if (connection.filter(EnvironmentTargets::isOpen).isPresent()) {
            return Optional.empty();
        }
        String name = connection.map(Resolution::text).orElse(DescriptorAssembly.DEFAULT_CONNECTION);
        return domain(environment).map(domain -> List.of(domain, name));
    }

    private Optional<Resolution> known(Field environment, String... path) {
        return environment.at(List.of(path)).flatMap(Field::text).map(environments.source()::resolveKnown);
    }

    private static boolean isOpen(Resolution text) {
        return !text.missing().isEmpty();
    }

    private static String canonical(String domain) {
        return TenantAddress.parse(domain)
                .map(address -> address.url().toString())
                .orElseGet(() -> domain.toLowerCase(Locale.ROOT));
    }
}
