package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.OptionRules.AllowedOptions;
import com.messagemedia.auth0.merge.ConflictPolicies;
import com.messagemedia.auth0.merge.ConflictPolicies.ConflictPolicy;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Checks and reads the conflict policies, which may differ by path. */
public record PolicyRules(EffectiveDocument document, Findings findings) {

    private static final String SECTION = "onConflict";
    private static final String FALLBACK = "default";

    void check() {
        for (Field member : members(document)) {
            if (path(member).isEmpty()) {
                noPath(member);
            }
        }
        for (Field member : byPath(document)) {
            slip(member);
        }
    }

    /** Returns the members that set the policy of one path, without {@code default}. */
    public static List<Field> byPath(EffectiveDocument document) {
        List<Field> byPath = new ArrayList<>();
        for (Field member : members(document)) {
            if (!member.last().equals(FALLBACK)) {
                byPath.add(member);
            }
        }
        return byPath;
    }

    private static List<Field> members(EffectiveDocument document) {
        return document.members(SECTION);
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
        Optional<FieldPath> path = path(member);
        if (path.isEmpty() || new AllowedOptions(document).contains(path.get())) {
            return;
        }
        KnownPaths paths = new KnownPaths(document.delivery());
        Optional<FieldPath> slip = paths.slip(path.get());
        if (slip.isEmpty()) {
            return;
        }
        FieldPath meant = slip.get();
        if (paths.isOfResource(meant)) {
            findings.error(member.keyPlace(), SECTION, KnownPaths.misspelt(meant), "Write " + meant + ".");
        } else {
            misspelt(member, meant);
        }
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
        Map<FieldPath, ConflictPolicy> byPath = new LinkedHashMap<>();
        for (Field member : byPath(document)) {
            Optional<FieldPath> path = path(member);
            Optional<ConflictPolicy> policy = policy(document.text(member));
            if (path.isPresent() && policy.isPresent()) {
                byPath.put(path.get(), policy.get());
            }
        }
        Optional<ConflictPolicy> single = policy(document.text(SECTION));
        Optional<ConflictPolicy> usual = single.isPresent() ? single : policy(document.text(SECTION, FALLBACK));
        return new ConflictPolicies(usual.orElse(ConflictPolicy.FAIL), byPath);
    }

    private static Optional<ConflictPolicy> policy(Optional<String> word) {
        for (ConflictPolicy policy : ConflictPolicy.values()) {
            if (word.equals(Optional.of(policy.name().toLowerCase(Locale.ROOT)))) {
                return Optional.of(policy);
            }
        }
        return Optional.empty();
    }
}
