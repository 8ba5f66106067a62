package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.model.Diagnostic;
import com.messagemedia.auth0.model.Diagnostic.Severity;
import com.messagemedia.auth0.schema.Suggestion;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import com.messagemedia.auth0.yaml.SourceText.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** Checks the key {@code rollout} of a file: each wave names environments of the file that no earlier wave names. */
final class RolloutRules {

    /** The key of the waves; only at the top of the file. */
    static final String KEY = "rollout";

    private final Environments environments;
    private final Findings findings;
    private final SortedSet<String> names;
    private final Map<String, Entry> patterns = new HashMap<>();
    private final Map<String, Entry> takers = new HashMap<>();

    RolloutRules(Environments environments, Findings findings) {
        this.environments = environments;
        this.findings = findings;
        this.names = environments.names();
    }

    /** A name or a glob of a wave; waves count from 1. */
    private record Entry(Field field, String pattern, int wave) {

        boolean isGlob() {
            return pattern.contains(EnvironmentChoice.ANY);
        }

        int line() {
            return field.valuePlace().line() + 1;
        }
    }

    private Optional<Field> key() {
        return environments.document().member(KEY);
    }

    private List<Field> members() {
        return key().isPresent() ? key().get().members() : List.of();
    }

    /** Returns the waves of a file without faults. */
    Rollout rollout() {
        if (key().isEmpty()) {
            return Rollout.NONE;
        }
        Field key = key().get();
        List<EnvironmentChoice> waves = new ArrayList<>();
        for (Field wave : members()) {
            waves.add(choice(wave));
        }
        Statement statement = new Statement(KEY, "", "");
        Diagnostic place = findings.source().diagnostic(Severity.ERROR, key.keyPlace(), statement);
        return new Rollout(Collections.unmodifiableList(waves), Optional.of(place));
    }

    private static EnvironmentChoice choice(Field wave) {
        List<String> names = new ArrayList<>();
        for (Field entry : wave.members()) {
            if (entry.text().isPresent()) {
                names.add(entry.text().get());
            }
        }
        return new EnvironmentChoice(names);
    }

    void check() {
        if (key().isPresent() && names.isEmpty()) {
            findings.error(
                    key().get().keyPlace(),
                    KEY,
                    "needs environments, and the file has none",
                    "Add environments, or remove rollout.");
            return;
        }
        int number = 0;
        for (Field wave : members()) {
            number++;
            for (Field entry : wave.members()) {
                if (ReferenceSubstitution.isIn(entry.value())) {
                    reference(entry);
                } else if (entry.text().isPresent()) {
                    check(new Entry(entry, entry.text().get(), number));
                }
            }
        }
    }

    private void reference(Field entry) {
        error(
                entry,
                "has a reference, but a reviewer must see the waves in the file",
                "Write the name of an environment, or a glob such as prod-*.");
    }

    private void check(Entry entry) {
        Entry twin = patterns.putIfAbsent(entry.pattern(), entry);
        if (twin != null) {
            error(
                    entry.field(),
                    "has the same name or glob twice: " + entry.pattern() + ", first in line " + twin.line(),
                    "Keep one of the two.");
            return;
        }
        List<String> matched = new EnvironmentChoice(List.of(entry.pattern())).among(names);
        if (matched.isEmpty()) {
            nothing(entry);
        }
        List<Entry> earlier = matched.stream()
                .flatMap(name -> Optional.ofNullable(takers.get(name)).stream())
                .filter(taker -> taker.wave() < entry.wave())
                .toList();
        if (!matched.isEmpty() && earlier.size() == matched.size()) {
            late(entry, earlier.get(0));
        }
        matched.forEach(name -> takers.putIfAbsent(name, entry));
    }

    private void nothing(Entry entry) {
        boolean all = entry.pattern().equals(EnvironmentChoice.ALL);
        String remedy = Suggestion.nearest(entry.pattern(), names)
                .map(meant -> "Did you mean " + meant + "?")
                .orElse("The file has: " + String.join(", ", names) + ".");
        error(
                entry.field(),
                "has a name or glob that matches no environment of the file: " + entry.pattern(),
                all ? "Write \"*\" for all environments." : remedy);
    }

    /** A name in a later wave is a mistake. A glob may wait for an environment to come, and {@code *} is for all of these. */
    private void late(Entry entry, Entry taker) {
        if (!entry.isGlob()) {
            error(
                    entry.field(),
                    "has a name that an earlier wave takes: " + entry.pattern() + " is in wave " + taker.wave() + " as "
                            + taker.pattern() + ", line " + taker.line(),
                    "Remove it here, or put this wave before wave " + taker.wave() + ".");
        } else if (!entry.pattern().equals(EnvironmentChoice.ANY)) {
            findings.warning(
                    entry.field().valuePlace(),
                    KEY,
                    "has a glob whose environments earlier waves take: " + entry.pattern(),
                    "Put this wave before them, or remove the glob.");
        }
    }

    private void error(Field entry, String problem, String remedy) {
        findings.error(entry.valuePlace(), KEY, problem, remedy);
    }
}
