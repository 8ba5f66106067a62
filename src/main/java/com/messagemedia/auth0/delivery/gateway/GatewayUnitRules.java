package com.messagemedia.auth0.delivery.gateway;

import com.messagemedia.auth0.descriptor.EffectiveDocument;
import com.messagemedia.auth0.descriptor.PolicyRules;
import com.messagemedia.auth0.merge.ConflictPolicies;
import com.messagemedia.auth0.merge.ConflictPolicies.ConflictPolicy;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks that the gateway unit has one conflict policy, because the merge decides the unit as a whole. */
record GatewayUnitRules(EffectiveDocument document, Findings findings) {

    void check() {
        ConflictPolicies policies = PolicyRules.policies(document);
        List<Field> members = new ArrayList<>();
        List<ConflictPolicy> said = new ArrayList<>();
        said.add(policies.at(OptionPaths.PROVIDER));
        said.add(policies.at(OptionPaths.GATEWAY_URL));
        said.add(policies.at(OptionPaths.GATEWAY_AUTHENTICATION));
        for (Field member : PolicyRules.byPath(document)) {
            Optional<FieldPath> path = PolicyRules.path(member);
            if (path.isPresent() && OptionPaths.inGatewayUnit(path.get())) {
                members.add(member);
                said.add(policies.at(path.get()));
            }
        }
        if (Set.copyOf(said).size() > 1) {
            Field odd = odd(members, said, policies);
            findings.error(
                    odd.keyPlace(),
                    odd.name(),
                    "differs from the policy of the other gateway options, but they need one common policy",
                    "Give provider, gateway_url and gateway_authentication one policy.");
        }
    }

    /**
     * Returns the first member whose policy fewer than half of the members share; the first member of all if there is none.
     */
    private static Field odd(List<Field> members, List<ConflictPolicy> said, ConflictPolicies policies) {
        return members.stream()
                .filter(member -> PolicyRules.path(member)
                        .map(policies::at)
                        .filter(policy -> 2 * Collections.frequency(said, policy) < said.size())
                        .isPresent())
                .findFirst()
                .orElse(members.get(0));
    }
}
