package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.apply.Apply;
import com.messagemedia.auth0.apply.SavedFleet;
import com.messagemedia.auth0.apply.SavedPlan;
import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.report.FaultReport;
import com.messagemedia.auth0.report.FleetMarkdown;
import com.messagemedia.auth0.report.FleetPage;
import com.messagemedia.auth0.report.FleetPlan;
import com.messagemedia.auth0.report.FleetReport;
import com.messagemedia.auth0.report.FleetReport.Result;
import com.messagemedia.auth0.report.PlanMarkdown;
import com.messagemedia.auth0.report.PlanPage;
import com.messagemedia.auth0.report.PlanReport;
import com.messagemedia.auth0.report.PlanView;
import com.messagemedia.auth0.report.Printable.Palette;
import com.messagemedia.auth0.store.AtomicTextFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files of a run's plan: one saved for an apply, and beside it the same for people, as text, Markdown and page. A run for
 * several environments has the same four files, about all of them.
 */
final class PlanFiles {

    private final Path path;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    /** The plan of one of several environments, until all are written together. */
    private record Kept(SavedPlan saved, PlanView view) {}

    /**
     * Prepares the files. It writes nothing.
     *
     * @param path the file to save the plan in; the others stand beside it
     */
    PlanFiles(Path path) {
        this.path = path;
    }

    /** The name of the file that holds the plan. */
    String name() {
        return path.getFileName().toString();
    }

    /** Writes the plan of a run for a single environment; keeps the plan of one of several. */
    void add(OpenTenant tenant, PreparedChange planned) {
        SavedPlan saved = new Apply(tenant.planner()).saved(planned);
        PlanView view = tenant.view(planned);
        Optional<String> environment = tenant.goal().part();
        if (environment.isPresent()) {
            kept.put(environment.get(), new Kept(saved, view));
            return;
        }
        saved.write(file());
        tenant.output().debug("Wrote the " + file().name());
        String name = path.getFileName().toString();
        writeText(new PlanReport(view, Palette.PLAIN).savedAs(name).lines());
        write(".md", "plan for a pull request", new PlanMarkdown(view, name).text());
        write(".html", "plan's page", new PlanPage(view, name).text());
    }

    /**
     * Writes the plans of several environments. One without a plan is named as one that failed.
     *
     * @param results how the run ended for each environment, in the order of the descriptor
     * @param apply the command that applies the descriptor in these environments
     */
    void write(List<Result> results, String apply) {
        List<String> environments = results.stream().map(Result::environment).toList();
        Map<String, SavedPlan> plans = new ConcurrentHashMap<>();
        kept.forEach((environment, plan) -> plans.put(environment, plan.saved()));
        SavedFleet.write(file(), environments, plans);
        FleetPlan fleet = new FleetPlan(results.stream().map(this::member).toList());
        String command = apply + " -Dmessagemedia.planFile=" + path.getFileName();
        writeText(text(results));
        write(".md", "plans for a pull request", new FleetMarkdown(fleet, name(".html"), command).text());
        write(".html", "plans' page", new FleetPage(fleet, command).text());
    }

    private FleetPlan.Member member(Result result) {
        return new FleetPlan.Member(
                result.environment(),
                result.tenant(),
                Optional.ofNullable(kept.get(result.environment())).map(Kept::view),
                result.outcome(),
                result.fault());
    }

    /** The text that the log shows, without colours and whatever else was printed. */
    private List<String> text(List<Result> results) {
        FleetReport report = new FleetReport(results.stream().map(this::printed).toList());
        List<String> lines = new ArrayList<>(report.lines());
        report.fault().ifPresent(fault -> {
            lines.add("");
            lines.addAll(withoutOutcome(fault));
        });
        lines.add(report.closing());
        return lines;
    }

    private static List<String> withoutOutcome(Fault fault) {
        List<String> lines = FaultReport.lines(fault);
        return lines.subList(0, lines.size() - 1);
    }

    private Result printed(Result result) {
        List<String> plan = Optional.ofNullable(kept.get(result.environment()))
                .map(view -> new PlanReport(view.view(), Palette.PLAIN)
                        .savedAs(path.getFileName().toString())
                        .lines())
                .map(lines -> lines.subList(1, lines.size()))
                .orElse(List.of());
        return new Result(
                result.environment(), result.tenant(), plan, result.counts(), result.outcome(), result.fault());
    }

    private AtomicTextFile file() {
        return new AtomicTextFile(path, "plan file");
    }

    private void writeText(List<String> lines) {
        write(".txt", "plan's text", String.join("\n", lines) + "\n");
    }

    /** Writes the plan as people read it, beside the saved one. */
    private void write(String extension, String what, String text) {
        new AtomicTextFile(path.resolveSibling(name(extension)), what).write(text);
    }

    private String name(String extension) {
        return path.getFileName().toString().replaceFirst("\\.json$", "") + extension;
    }
}
