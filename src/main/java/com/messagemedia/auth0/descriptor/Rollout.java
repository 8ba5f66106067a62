package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.model.DescriptorException;
import com.messagemedia.auth0.model.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The waves in which a run changes several environments: the descriptor's key {@code rollout}. The first wave that names an
 * environment takes it.
 *
 * @param patterns the waves in the order of the file, each as names and globs; empty where the file has no rollout
 * @param place where the file says it, as a diagnostic to complete; empty where it does not
 */
public record Rollout(List<EnvironmentChoice> patterns, Optional<Diagnostic> place) {

    /** No rollout: all environments are one wave. */
    public static final Rollout NONE = new Rollout(List.of(), Optional.empty());

    public Rollout {
        patterns = List.copyOf(patterns);
    }

    /**
     * One wave of a run.
     *
     * @param number its place in the file's rollout, from 1
     * @param of the number of waves in the file
     * @param environments its environments, in the order of the run
     */
    public record Wave(int number, int of, List<String> environments) {

        public Wave {
            environments = List.copyOf(environments);
        }
    }

    /**
     * Returns the waves that contain at least one of these environments, in the order of the file. Without a rollout all of
     * them are one wave. One environment alone needs no wave.
     *
     * @throws DescriptorException if several environments are given and no wave names one of them
     */
    public List<Wave> waves(List<String> environments) {
        Map<Integer, List<String>> byNumber = new TreeMap<>();
        List<String> unlisted = new ArrayList<>();
        for (String environment : environments) {
            Optional<Integer> number = number(environment);
            number.ifPresentOrElse(
                    found -> byNumber.computeIfAbsent(found, unused -> new ArrayList<>())
                            .add(environment),
                    () -> unlisted.add(environment));
        }
        if (!unlisted.isEmpty() && environments.size() > 1 && place.isPresent()) {
            throw unlisted(place.get(), unlisted);
        }
        return unlisted.isEmpty()
                ? byNumber.entrySet().stream()
                        .map(wave -> new Wave(wave.getKey(), patterns.size(), wave.getValue()))
                        .toList()
                : List.of(new Wave(1, 1, environments));
    }

    private Optional<Integer> number(String environment) {
        for (int index = 0; index < patterns.size(); index++) {
            if (patterns.get(index).chooses(environment)) {
                return Optional.of(index + 1);
            }
        }
        return Optional.empty();
    }

    private static DescriptorException unlisted(Diagnostic place, List<String> environments) {
        String remedy =
                "Add " + (environments.size() == 1 ? "it" : "them") + " to a wave, or use \"*\" as the last wave.";
        return new DescriptorException(
                place.origin().file(),
                List.of(new Diagnostic(
                        place.severity(),
                        place.origin(),
                        place.width(),
                        place.subject(),
                        "lists no wave for " + String.join(", ", environments),
                        remedy,
                        place.sourceLine())));
    }
}
