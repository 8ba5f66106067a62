package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.starter.Pipeline;
import com.messagemedia.auth0.starter.Pipeline.Place;
import com.messagemedia.auth0.store.GuardedOutputFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The pipeline that the goal may write.
 *
 * @param folder the project's folder
 * @param top the top of its repository, where systems look for pipelines
 */
record StarterPipeline(Path folder, Path top) {

    /** What the user wants. */
    enum Wanted {
        GITHUB,
        GITLAB,
        JENKINS,
        NONE;

        private Optional<Pipeline> system() {
            return this == NONE ? Optional.empty() : Optional.of(Pipeline.valueOf(name()));
        }
    }

    /** The pipeline for the project in this folder. */
    static StarterPipeline of(Path folder) {
        return new StarterPipeline(folder.toAbsolutePath().normalize(), Pipeline.top(folder));
    }

    /** Asks for which system to write a pipeline, where nobody said so and the repository uses one. */
    Optional<Pipeline> chosen(Optional<Wanted> wanted, Optional<Function<String, Optional<String>>> terminal) {
        if (wanted.isPresent()) {
            return wanted.get().system();
        }
        Optional<Pipeline> found = Pipeline.in(top).stream()
                .filter(each -> each.place(top).isPresent())
                .findFirst();
        return found.isEmpty()
                ? Optional.empty()
                : terminal.map(ask -> question(found.get()).ask(ask))
                        .flatMap(word -> ParameterText.choice("messagemedia.ci", word, Wanted.class)
                                .system());
    }

    private static Question question(Pipeline found) {
        String usual = word(found);
        return new Question(
                "messagemedia.ci",
                "Write a pipeline that plans each change and applies releases, for github, gitlab or jenkins; or none ["
                        + usual + "]: ",
                answer -> PastedText.bare(answer).toLowerCase(Locale.ROOT),
                List.of("github", "gitlab", "jenkins", "none")::contains,
                "Write github, gitlab, jenkins or none.",
                "-Dmessagemedia.ci=" + usual,
                Optional.of(usual));
    }

    private static String word(Pipeline system) {
        return system.name().toLowerCase(Locale.ROOT);
    }

    /** A file that is about to be written. */
    record Draft(Pipeline system, Place place, GuardedOutputFile file) {}

    /** Looks at the place of the file; empty if all places are taken. */
    Optional<Draft> draft(Pipeline system) {
        return system.place(top)
                .map(place -> new Draft(system, place, GuardedOutputFile.look(place.path(), "pipeline")));
    }

    /** What to tell where all places are taken. */
    List<String> taken(Pipeline system) {
        String files = system.places(top).stream().map(Path::toString).collect(Collectors.joining(" and "));
        boolean one = system.places(top).size() == 1;
        return List.of("No pipeline was written: " + files + (one ? " exists" : " exist")
                + " already. The goal did not change " + (one ? "it." : "them."));
    }

    /** Writes the file; returns what to tell. */
    List<String> write(Draft draft, String text) {
        draft.file().write(text);
        Path path = draft.place().path();
        List<String> lines = new ArrayList<>();
        lines.add("Wrote " + path + ", a pipeline for " + draft.system().title() + ".");
        draft.place().apart().ifPresent(first -> {
            lines.add("  " + first + " exists and was not changed:");
            draft.system().including().forEach(line -> lines.add("  " + line + ";"));
        });
        lines.add("  its first lines say which environments and secrets it needs;");
        if (!folder.equals(top.toAbsolutePath().normalize())) {
            Path below = top.toAbsolutePath().normalize().relativize(folder);
            lines.add("  it runs at the top of the repository: add -f " + below + " to its mvn commands, and " + below
                    + "/ to the paths of its files;");
        }
        return lines;
    }
}
