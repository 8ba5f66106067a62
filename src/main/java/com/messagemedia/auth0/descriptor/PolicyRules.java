package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.OptionRules.AllowedOptions;
import com.messagemedia.auth0.merge.ConflictPolicies;
import com.messagemedia.auth0.merge.ConflictPolicies.ConflictPolicy;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks and reads the conflict policies, which may differ by path. */
public record PolicyRules(EffectiveDocument document, Findings findings) {

    private static final String SECTION = "onConflict";
    private static final String FALLBACK = "default";

    void check() {
        Optional<Field> object = document.field(SECTION).filter(Field::isObject);
        object.ifPresent(policies -> {
            policies.members().stream().filter(member -> path(member).isEmpty()).forEach(this::noPath);
            byPath(document).forEach(this::slip);
        });
    }

    /** Returns the members that set the policy of one path, without {@code default}. */
    public static List<Field> byPath(EffectiveDocument document) {
        return document.field(SECTION).map(Field::members).orElse(List.of()).stream()
                .filter(member -> !member.last().equals(FALLBACK))
                .toList();
    }

    /** Returns the path that a member names; empty if its key is not a path. */
    public static Optional<FieldPath> path(Field member) {
        return PathRules.parse(member.last());
    }

    private void noPath(Field member) {
        findings.error(
                member.keyPlace(),
                SECTION,
                "has a key that is not a path of keys separated by dots",
                "Write it like totp.time_step, or default for all other paths.");
    }

    /** Reports a policy for an absent path, which would silently have no effect. */
    private void slip(Field member) {
        KnownPaths paths = new KnownPaths(document.delivery());
        path(member)
                .filter(path -> !new AllowedOptions(document).contains(path))
                .flatMap(paths::slip)
                .ifPresent(meant -> {
                    if (paths.isOfResource(meant)) {
                        findings.error(member.keyPlace(), SECTION, KnownPaths.misspelt(meant), "Write " + meant + ".");
                    } else {
                        misspelt(member, meant);
                    }
                });
    }

    private void misspelt(Field member, FieldPath meant) {
        findings.error(
                member.keyPlace(),
                SECTION,
                "names an option that Auth0 does not document; it looks like a misspelling of " + meant,
                "Write " + meant + ". If Auth0 really has this option, add allowUnknown: [" + member.last() + "].");
    }

    /** Returns the document's policies; ignores values that are not a policy. */
    public static ConflictPolicies policies(EffectiveDocument document) {
        Optional<Field> field = document.field(SECTION);
        Optional<ConflictPolicy> single = field.flatMap(said -> policy(document, said));
        Map<FieldPath, ConflictPolicy> byPath = new LinkedHashMap<>();
        byPath(document)
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
