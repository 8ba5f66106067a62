package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.OptionRules.AllowedOptions;
import com.messagemedia.auth0.merge.ConflictPolicies;
import com.messagemedia.auth0.merge.ConflictPolicies.ConflictPolicy;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.OptionPaths;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The conflict policies, which may differ by path but not within the gateway unit, as that is decided whole. */
record PolicyRules(EffectiveDocument document, Findings findings) {

    private static final String SECTION = "onConflict";
    private static final String FALLBACK = "default";

    void check() {
        Optional<Field> object = document.field(SECTION).filter(Field::isObject);
        object.ifPresent(policies -> {
            policies.members().stream().filter(member -> path(member).isEmpty()).forEach(this::noPath);
            policies.members().stream()
                    .filter(member -> !member.last().equals(FALLBACK))
                    .forEach(this::slip);
            unit(policies);
        });
    }

    private static Optional<FieldPath> path(Field member) {
        return PathRules.parse(member.last());
    }

    private void noPath(Field member) {
        findings.error(
                member.keyPlace(),
                SECTION,
                "has a key that is not a path of keys separated by dots",
                "Write it like totp.time_step, or default for all other paths.");
    }

    /** A policy for a path that is not there decides nothing, in silence. */
    private void slip(Field member) {
        path(member)
                .filter(path -> !new AllowedOptions(document).contains(path))
                .flatMap(AllowedOptions::slip)
                .ifPresent(meant -> findings.error(
                        member.keyPlace(),
                        SECTION,
                        "names an option that Auth0 does not document, and looks like a slip of " + meant,
                        "Write " + meant + ". If Auth0 really has this option, add allowUnknown: [" + member.last()
                                + "]."));
    }

    private void unit(Field object) {
        ConflictPolicies policies = policies(document);
        List<Field> members = object.members().stream()
                .filter(member -> !member.last().equals(FALLBACK))
                .filter(member ->
                        path(member).filter(OptionPaths::inGatewayUnit).isPresent())
                .toList();
        Stream<FieldPath> named = members.stream().flatMap(member -> path(member).stream());
        Stream<FieldPath> unit =
                Stream.of(OptionPaths.PROVIDER, OptionPaths.GATEWAY_URL, OptionPaths.GATEWAY_AUTHENTICATION);
        List<ConflictPolicy> said = Stream.concat(unit, named).map(policies::at).toList();
        if (Set.copyOf(said).size() > 1) {
            Field odd = odd(members, said, policies);
            findings.error(
                    odd.keyPlace(),
                    odd.name(),
                    "differs from the policy for the rest of the gateway, which is decided whole",
                    "Give provider, gateway_url and gateway_authentication one policy.");
        }
    }

    /** The first member that says what less than half of the gateway says; the first of all where there is none. */
    private static Field odd(List<Field> members, List<ConflictPolicy> said, ConflictPolicies policies) {
        return members.stream()
                .filter(member -> path(member)
                        .map(policies::at)
                        .filter(policy -> 2 * Collections.frequency(said, policy) < said.size())
                        .isPresent())
                .findFirst()
                .orElse(members.get(0));
    }

    /** The policies as the document says them; what is no policy counts as not said. */
    static ConflictPolicies policies(EffectiveDocument document) {
        Optional<Field> field = document.field(SECTION);
        Optional<ConflictPolicy> single = field.flatMap(said -> policy(document, said));
        Map<FieldPath, ConflictPolicy> byPath = new LinkedHashMap<>();
        field.map(Field::members).orElse(List.of()).stream()
                .filter(member -> !member.last().equals(FALLBACK))
                .forEach(member -> path(member)
                        .ifPresent(path -> policy(document, member).ifPresent(policy -> byPath.put(path, policy))));
        Optional<ConflictPolicy> fallback = document.field(SECTION, FALLBACK).flatMap(said -> policy(document, said));
        return new ConflictPolicies(single.or(() -> fallback).orElse(ConflictPolicy.FAIL), byPath);
    }

    private static Optional<ConflictPolicy> policy(EffectiveDocument document, Field field) {
        return document.text(field)
                .flatMap(text -> Stream.of(ConflictPolicy.values())
                        .filter(policy -> policy.name().toLowerCase(Locale.ROOT).equals(text))
                        .findFirst());
    }
}
