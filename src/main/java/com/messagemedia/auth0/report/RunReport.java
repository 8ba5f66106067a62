package com.messagemedia.auth0.report;

import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.model.CheckResult;
import com.messagemedia.auth0.model.DescriptorException;
import com.messagemedia.auth0.model.Diagnostic;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.plan.Plan.Target;
import com.messagemedia.auth0.plan.Verification.Verdict;
import com.messagemedia.auth0.report.VerificationReport.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The result of one run of a goal, for programs. It grows while the goal runs. It names paths and never an option's value.
 * docs/REPORT.md describes it.
 */
public final class RunReport {

    /** The member that uses options' paths as its keys. */
    static final String CHANGES = "changes";

    static final String PROBLEM = "problem";
    static final String REMEDY = "remedy";
    static final String LEFT_OUT = "leftOut";

    private final Map<String, Value> members = new LinkedHashMap<>();
    private Optional<Plan> plan = Optional.empty();
    private Outcome outcome = Outcome.NOTHING_WRITTEN;

    /**
     * Starts the report of a run. Its first outcome is that the run wrote nothing.
     *
     * @param goal the goal's name, such as {@code apply}
     * @param execution the id of its execution in the build
     * @param descriptor the name of the descriptor's file
     */
    public RunReport(String goal, String execution, String descriptor) {
        members.put("goal", Value.of(goal));
        members.put("execution", Value.of(execution));
        members.put("descriptor", Value.of(descriptor));
        ended(Outcome.NOTHING_WRITTEN, "");
    }

    /** Adds the coordinates of the released descriptor. */
    public void artifact(String coordinates) {
        members.put("artifact", Value.of(coordinates));
    }

    /** Adds the environment that the run is for. */
    public void environment(String name) {
        members.put("environment", Value.of(name));
    }

    /** Adds the plan that the goal showed. */
    public void planned(Plan shown) {
        plan = Optional.of(shown);
        Target target = shown.target();
        members.put("tenant", Value.of(target.tenant()));
        members.put("connection", Value.of(target.connection()));
        members.put("connectionId", Value.of(target.id()));
        members.put("environment", Value.of(target.environment().orElse("")));
        members.put("plan", counts(shown));
    }

    private static Tree counts(Plan plan) {
        Plan.Counts counts = plan.counts();
        Map<String, Value> tree = new LinkedHashMap<>();
        tree.put("add", number(counts.added()));
        tree.put("change", number(counts.changed()));
        tree.put("remove", number(counts.removed()));
        tree.put("conflicts", number(counts.conflicts()));
        tree.put("kept", number(counts.kept()));
        tree.put("unmanaged", number(counts.unmanaged()));
        tree.put("unmanagedGone", number(plan.unmanagedGone()));
        tree.put("record", word(plan.record()));
        tree.put("applicable", Value.of(plan.mayBeApplied()));
        tree.put(CHANGES, changes(plan));
        tree.put("clients", texts(plan.clients()));
        return new Tree(tree);
    }

    private static Tree changes(Plan plan) {
        Map<String, Value> changes = new LinkedHashMap<>();
        for (Decision decision : plan.merge().decisions()) {
            if (!(decision instanceof Decision.Kept)) {
                changes.put(decision.path().toString(), Value.of(action(decision)));
            }
        }
        return new Tree(changes);
    }

    private static String action(Decision decision) {
        if (decision instanceof Decision.Added) {
            return "add";
        }
        if (decision instanceof Decision.Changed) {
            return "change";
        }
        if (decision instanceof Decision.Removed) {
            return "remove";
        }
        return decision instanceof Decision.KeptByPolicy ? "keep" : "conflict";
    }

    /** Adds the findings of a drift check. */
    public void verified(VerificationReport report) {
        verified(report.verification().verdict(), report.findings());
    }

    private void verified(Verdict verdict, List<Finding> findings) {
        Map<String, Value> tree = new LinkedHashMap<>();
        tree.put("verdict", Value.of(verdict.word()));
        tree.put(
                "findings",
                new Array(findings.stream().<Value>map(RunReport::finding).toList()));
        members.put("verification", new Tree(tree));
    }

    /** Adds the finding of a drift check that could not read the options. */
    public void unreadable(Finding finding) {
        verified(Verdict.UNREADABLE, List.of(finding));
    }

    private static Tree finding(Finding finding) {
        Map<String, Value> tree = new LinkedHashMap<>();
        tree.put("kind", Value.of(finding.kind().word()));
        tree.put("subject", Value.of(finding.subject()));
        finding.place().ifPresent(place -> {
            tree.put("file", Value.of(place.file()));
            tree.put("line", number(place.line()));
            tree.put("column", number(place.column()));
        });
        tree.put("problem", Value.of(finding.sentence()));
        return new Tree(tree);
    }

    /** Adds the examined links of the chain. */
    public void examined(List<CheckResult> links) {
        List<Value> items = new ArrayList<>();
        for (CheckResult link : links) {
            Map<String, Value> tree = new LinkedHashMap<>();
            tree.put("name", Value.of(link.name()));
            tree.put("state", Value.of(link.state().word()));
            tree.put("found", Value.of(link.found()));
            tree.put("remedy", Value.of(link.remedy()));
            items.add(new Tree(tree));
        }
        members.put("links", new Array(items));
    }

    /** Adds the backup that the run made or restored. */
    public void backup(String file) {
        members.put("backup", Value.of(file));
    }

    /** Adds the id of the run that a rollback can undo. */
    public void run(String id) {
        members.put("run", Value.of(id));
    }

    /** Adds the paths that Auth0 set by itself. */
    public void resetByAuth0(List<FieldPath> paths) {
        members.put("resetByAuth0", texts(paths));
    }

    /**
     * Adds the outcome of the run.
     *
     * @param message the closing line that the user reads
     */
    public void ended(Outcome state, String message) {
        outcome = state;
        members.put("outcome", Value.of(state.word()));
        members.put("message", Value.of(message));
    }

    /**
     * Says that the goal did not work on this environment, or did not come to its change. The outcome stays.
     *
     * @param why the reason, as a sentence
     */
    public void leftOut(String why) {
        ended(outcome, why);
        members.put(LEFT_OUT, Value.of(why));
    }

    /**
     * Adds a fault as the end of the run.
     *
     * @param line the closing line that the user reads
     */
    public void failed(Fault fault, String line) {
        ended(fault.outcome(), line);
        members.put(PROBLEM, Value.of(fault.problem()));
        members.put(REMEDY, Value.of(fault.remedy()));
        if (fault instanceof DescriptorException descriptor) {
            members.put(
                    "diagnostics",
                    new Array(descriptor.diagnostics().stream()
                            .<Value>map(RunReport::diagnostic)
                            .toList()));
        }
    }

    /**
     * Adds a fault of the plugin as the end of the run. The report leaves out the fault's own text, because it can hold
     * anything.
     *
     * @param line the closing line that the user reads
     */
    public void failed(Throwable unexpected, Outcome outcome, String line) {
        ended(outcome, line);
        members.put(
                PROBLEM,
                Value.of("The plugin failed with " + unexpected.getClass().getSimpleName() + "."));
    }

    private static Tree diagnostic(Diagnostic diagnostic) {
        Map<String, Value> tree = new LinkedHashMap<>();
        tree.put("severity", word(diagnostic.severity()));
        tree.put("file", Value.of(diagnostic.origin().file()));
        tree.put("line", number(diagnostic.origin().line()));
        tree.put("column", number(diagnostic.origin().column()));
        tree.put("field", Value.of(diagnostic.subject()));
        tree.put("problem", Value.of(diagnostic.problem()));
        tree.put("remedy", Value.of(diagnostic.remedy()));
        return new Tree(tree);
    }

    /** The plan that the goal showed; empty before. */
    public Optional<Plan> plan() {
        return plan;
    }

    /** How the run ended, as far as it is known. */
    public Outcome outcome() {
        return outcome;
    }

    /** Returns the report so far. */
    public Tree entry() {
        return new Tree(members);
    }

    private static Value number(long number) {
        return new Value.Numeral(String.valueOf(number));
    }

    private static Value word(Enum<?> constant) {
        return Value.of(constant.name().toLowerCase(Locale.ROOT));
    }

    private static Array texts(List<?> texts) {
        List<Value> items = new ArrayList<>();
        for (Object text : texts) {
            items.add(Value.of(text.toString()));
        }
        return new Array(items);
    }
}
