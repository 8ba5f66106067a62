package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.export.StarterDescriptor;
import com.messagemedia.auth0.maven.StarterPipeline.Draft;
import com.messagemedia.auth0.starter.Pipeline;
import com.messagemedia.auth0.starter.PluginDeclaration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The files of a new project: the descriptor, and, if the user wants them, the pipeline and the plugin in the POM. Looks at all of
 * them before it writes one, and never replaces a file of others.
 */
final class StarterFiles {

    private final GoalRun goal;
    private final DescriptorSelection selection;
    private final DescriptorTarget target;
    private final List<Path> written = new ArrayList<>();
    private Optional<StarterPom> pom = Optional.empty();
    private boolean pomWanted;
    private Optional<Pipeline> system = Optional.empty();

    StarterFiles(GoalRun goal, DescriptorSelection selection, DescriptorTarget target) {
        this.goal = goal;
        this.selection = selection;
        this.target = target;
    }

    /**
     * Asks for what no parameter says. Where it cannot ask, the descriptor is the only file.
     *
     * @param pomAnswer whether to add the plugin to the POM
     * @param ci the system to write a pipeline for
     */
    void choose(
            Optional<StarterPom.Wanted> pomAnswer,
            Optional<StarterPipeline.Wanted> ci,
            Optional<Function<String, Optional<String>>> terminal) {
        pom = StarterPom.of(goal.build(), target.file(), selection.isUsual(target.file()));
        pomWanted = pom.map(each -> each.isWanted(pomAnswer, terminal))
                .orElse(pomAnswer.filter(StarterPom.Wanted.TRUE::equals).isPresent());
        system = pipeline().chosen(ci, terminal);
    }

    private StarterPipeline pipeline() {
        return StarterPipeline.of(goal.build().folder());
    }

    /** Writes the files, the descriptor first and the POM last; returns what to tell. */
    List<String> write(StarterDescriptor starter) {
        Optional<Draft> draft = system.flatMap(pipeline()::draft);
        String text = starter.text();
        List<String> lines =
                new ArrayList<>(target.write(system.isPresent() ? StarterDescriptor.withProduction(text) : text));
        written.add(target.file());
        draft.ifPresent(each -> {
            lines.addAll(pipeline().write(each, text(each.system())));
            written.add(each.place().path());
        });
        system.filter(each -> draft.isEmpty())
                .ifPresent(each -> lines.addAll(pipeline().taken(each)));
        if (pomWanted) {
            lines.addAll(pom.map(StarterPom::write).orElseGet(this::noPom));
        }
        return lines;
    }

    private List<String> noPom() {
        return List.of("There is no pom.xml in " + goal.build().folder() + ", and the plugin needs none.");
    }

    private String text(Pipeline to) {
        boolean declared = isDeclared();
        if (declared && isNamed()) {
            return to.text();
        }
        String way = declared ? "messagemedia:" : coordinates() + ":";
        String file = isNamed() ? "" : " -Dmessagemedia.file=" + relative();
        return to.text(name -> way + name + file, pom.isPresent());
    }

    private String relative() {
        Path folder = goal.build().folder().toAbsolutePath().normalize();
        return folder.relativize(target.file().toAbsolutePath().normalize())
                .toString()
                .replace('\\', '/');
    }

    private String coordinates() {
        return PluginDeclaration.GROUP + ":" + PluginDeclaration.ARTIFACT + ":"
                + goal.build()
                        .execution()
                        .getMojoDescriptor()
                        .getPluginDescriptor()
                        .getVersion();
    }

    /** Whether the prefix of the goals is enough, since the POM declares the plugin. */
    private boolean isDeclared() {
        return pom.filter(each -> each.declares(pomWanted)).isPresent();
    }

    /** Whether a goal finds the descriptor without its name. */
    private boolean isNamed() {
        return selection.isUsual(target.file())
                || pom.filter(each -> each.inserts(pomWanted)).isPresent();
    }

    /** The command that calls a goal for the new descriptor. */
    String command(String name) {
        GoalCommand way =
                isDeclared() ? goal.build().command().byPrefix() : goal.build().command();
        String command = isNamed() ? way.to(name) : way.to(name, target.file());
        return system.isPresent() && !name.equals("validate")
                ? command + " -Dmessagemedia.environment=" + StarterDescriptor.PRODUCTION
                : command;
    }

    /** How to call goals without a POM; nothing with one, or where the prefix works already. */
    List<String> withoutPom() {
        return pom.isPresent() || command("plan").startsWith("mvn messagemedia:")
                ? List.of()
                : List.of(
                        "  without a pom.xml, call each goal as below; mvn messagemedia:GOAL works anywhere once settings.xml has"
                                + " the plugin group " + PluginDeclaration.GROUP + ";");
    }

    /** The line that closes the message of a fault: it says which files were written. */
    String failed() {
        return written.isEmpty() || (system.isEmpty() && !pomWanted)
                ? target.failed()
                : "Outcome: failed; written: "
                        + written.stream().map(Path::toString).collect(Collectors.joining(", "))
                        + ". No other file changed.";
    }
}
