package com.messagemedia.auth0.apply;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Text;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.store.AtomicTextFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The saved plans in one file: of several environments, or the one plan of a run for a single environment. docs/PLAN.md
 * describes the file. An environment whose plan failed has a name there and no plan.
 */
public final class SavedFleet {

    private static final String ENVIRONMENTS = "environments";
    private static final String PLANS = "plans";
    private static final Set<String> ALL = Set.of(SavedFile.FORMAT_VERSION, ENVIRONMENTS, PLANS, SavedFile.CHECK);

    private final String file;
    private final Set<String> environments;
    private final Map<String, SavedPlan> plans;
    private final boolean isSingle;

    private SavedFleet(String file, Set<String> environments, Map<String, SavedPlan> plans, boolean isSingle) {
        this.file = file;
        this.environments = environments;
        this.plans = plans;
        this.isSingle = isSingle;
    }

    /**
     * Writes the saved plans of several environments to a file.
     *
     * @param environments the environments that plans were made for, in the order of the descriptor
     * @param plans the plan of each environment that has one
     */
    public static void write(AtomicTextFile file, List<String> environments, Map<String, SavedPlan> plans) {
        List<Value> names = new ArrayList<>();
        List<Value> saved = new ArrayList<>();
        environments.forEach(environment -> {
            names.add(Value.of(environment));
            Optional.ofNullable(plans.get(environment)).ifPresent(plan -> saved.add(new Tree(plan.members())));
        });
        Map<String, Value> members = new LinkedHashMap<>();
        members.put(SavedFile.FORMAT_VERSION, SavedFile.VERSION);
        members.put(ENVIRONMENTS, new Array(names));
        members.put(PLANS, new Array(saved));
        new SavedFile(file).write(SavedFile.checked(members));
    }

    /**
     * Reads the file of a plan, or of the plans of several environments.
     *
     * @throws Fault if the file does not exist, is not a saved plan, was edited, or has another format version
     */
    public static SavedFleet read(AtomicTextFile file) {
        SavedFile saved = new SavedFile(file);
        Tree content = saved.content();
        return content.members().containsKey(PLANS)
                ? several(file.name(), content).orElseThrow(saved::foreign)
                : single(file.name(), SavedPlan.of(content).orElseThrow(saved::foreign));
    }

    private static SavedFleet single(String file, SavedPlan plan) {
        return new SavedFleet(file, Set.of(plan.environment()), Map.of(plan.environment(), plan), true);
    }

    /** Reads the plans of several environments; empty if a part is missing or is not what this class writes. */
    private static Optional<SavedFleet> several(String file, Tree content) {
        Map<String, Value> members = content.members();
        Optional<Set<String>> names = names(members.get(ENVIRONMENTS));
        if (!members.keySet().equals(ALL) || names.isEmpty() || !(members.get(PLANS) instanceof Array saved)) {
            return Optional.empty();
        }
        Map<String, SavedPlan> plans = new LinkedHashMap<>();
        for (Value item : saved.items()) {
            Optional<SavedPlan> plan =
                    item instanceof Tree tree && SavedFile.isUnedited(tree) ? SavedPlan.of(tree) : Optional.empty();
            if (plan.isEmpty()
                    || !names.get().contains(plan.get().environment())
                    || plans.put(plan.get().environment(), plan.get()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new SavedFleet(file, names.get(), plans, false));
    }

    /** Reads the names of environments; empty if one is no name, or stands there twice. */
    private static Optional<Set<String>> names(@Nullable Value value) {
        Set<String> names = new LinkedHashSet<>();
        if (!(value instanceof Array array)) {
            return Optional.empty();
        }
        for (Value item : array.items()) {
            if (!(item instanceof Text text) || text.text().isEmpty() || !names.add(text.text())) {
                return Optional.empty();
            }
        }
        return Optional.of(names);
    }

    /** Returns the environments that plans were made for, in the order of the descriptor then. */
    public List<String> environments() {
        return List.copyOf(environments);
    }

    /** Returns the plan of one of several environments; empty if the file has none, or if its plan failed. */
    public Optional<SavedPlan> plan(String environment) {
        return Optional.ofNullable(plans.get(environment));
    }

    /**
     * Returns the plan for a run for a single environment.
     *
     * @param environment the environment; empty if the descriptor has none
     * @throws Fault if the plans of several environments are saved and this one is not among them. A single plan for another
     *     environment is returned: the comparison with the new plan tells all that differs.
     */
    public SavedPlan only(Optional<String> environment) {
        if (isSingle) {
            return plans.values().iterator().next();
        }
        if (environment.isEmpty()) {
            throw refused(
                    "holds the plans of " + count(environments.size()) + ", and the descriptor has no environments");
        }
        requireAll(List.of(environment.get()));
        return plan(environment.get()).orElseThrow();
    }

    /**
     * Refuses to go on if a chosen environment has no plan here.
     *
     * @param chosen the environments that the user chooses, in the order of the descriptor
     * @throws Fault that names each environment without a plan, and each whose plan failed
     */
    public void requireAll(List<String> chosen) {
        List<String> absent =
                chosen.stream().filter(name -> !environments.contains(name)).toList();
        List<String> failed = chosen.stream()
                .filter(name -> environments.contains(name) && !plans.containsKey(name))
                .toList();
        if (isSingle && !absent.isEmpty()) {
            throw refused("holds one plan, " + whose() + ", and none of " + String.join(", ", absent));
        }
        if (!absent.isEmpty()) {
            throw refused("holds no plan of " + String.join(", ", absent) + also(failed));
        }
        if (!failed.isEmpty()) {
            throw refused("holds no plan of " + String.join(", ", failed) + ", because planning failed there");
        }
    }

    private String whose() {
        String environment = plans.values().iterator().next().environment();
        return environment.isEmpty() ? "of a descriptor without environments" : "of " + environment;
    }

    private static String also(List<String> failed) {
        return failed.isEmpty() ? "" : ", and planning failed for " + String.join(", ", failed);
    }

    private static String count(int environments) {
        return environments == 1 ? "1 environment" : environments + " environments";
    }

    private Fault refused(String problem) {
        return new Fault(
                "The " + file + " " + problem + ". Nothing was written.",
                "Run messagemedia:plan for each of them, and have the new plan approved.",
                Outcome.REFUSED);
    }
}
