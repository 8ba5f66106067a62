package com.messagemedia.auth0.starter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A system that runs builds, and the pipeline for it. The text is the example of config-examples/ci, which the jar holds, so that
 * there is one only.
 */
public enum Pipeline {
    /** GitHub Actions. */
    GITHUB("GitHub Actions", "github-actions.yml", ".github/workflows/sms-login.yml", ""),
    /** GitLab CI. */
    GITLAB("GitLab CI", "gitlab-ci.yml", ".gitlab-ci.yml", "sms-login.gitlab-ci.yml"),
    /** Jenkins. */
    JENKINS("Jenkins", "Jenkinsfile", "Jenkinsfile", "Jenkinsfile.sms-login");

    private static final Pattern GOAL = Pattern.compile("messagemedia:([a-z]+)");

    private final String title;
    private final String resource;
    private final String usual;
    private final String beside;

    Pipeline(String title, String resource, String usual, String beside) {
        this.title = title;
        this.resource = resource;
        this.usual = usual;
        this.beside = beside;
    }

    /** The system's name. */
    public String title() {
        return title;
    }

    /** The systems that a repository uses, by the files at its top. */
    public static List<Pipeline> in(Path top) {
        return Stream.of(values())
                .filter(each -> isTaken(top.resolve(Path.of(each.usual).getName(0))))
                .toList();
    }

    /** The top of the repository that a folder is in; the folder itself if it is in none. */
    public static Path top(Path folder) {
        for (Path each = folder.toAbsolutePath().normalize(); each != null; each = each.getParent()) {
            if (isTaken(each.resolve(".git"))) {
                return each;
            }
        }
        return folder;
    }

    /**
     * A file for a pipeline.
     *
     * @param path where it goes
     * @param apart the system's usual file, which exists and has to include this one; empty if this is the usual file
     */
    public record Place(Path path, Optional<Path> apart) {}

    /** The first free place; empty if all are taken. */
    public Optional<Place> place(Path top) {
        Path first = top.resolve(usual);
        if (!isTaken(first)) {
            return Optional.of(new Place(first, Optional.empty()));
        }
        return Optional.of(top.resolve(beside))
                .filter(path -> !beside.isEmpty() && !isTaken(path))
                .map(path -> new Place(path, Optional.of(first)));
    }

    /** The files that {@link #place} looks at, for a message. */
    public List<Path> places(Path top) {
        return Stream.of(usual, beside)
                .filter(name -> !name.isEmpty())
                .map(top::resolve)
                .toList();
    }

    private static boolean isTaken(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** What to do with a file that stands beside the usual one; the file's name is relative to the repository's top. */
    public List<String> including() {
        return switch (this) {
            case GITHUB -> List.of();
            case GITLAB ->
                List.of(
                        "add this line to .gitlab-ci.yml: include: [{local: " + beside + "}]",
                        "and add the stages and the image of " + beside
                                + " to yours; its jobs must not have names of yours");
            case JENKINS -> List.of("create a multibranch pipeline in Jenkins whose script path is " + beside);
        };
    }

    /** The text of the example. */
    public String example() {
        try (InputStream stream = Objects.requireNonNull(Pipeline.class.getResourceAsStream("ci/" + resource))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text for a project whose POM declares the plugin. */
    public String text() {
        return example();
    }

    /**
     * The text for a project whose POM does not declare the plugin, or that has none.
     *
     * @param command makes the full name of a goal, with the parameters that the POM would give it
     * @param pom whether there is a POM
     */
    public String text(UnaryOperator<String> command, boolean pom) {
        String named = example()
                .lines()
                .map(line -> line.contains("mvn ") ? named(line, command) : line)
                .map(line -> line + "\n")
                .reduce("", String::concat);
        // The action that sets up Java stops where it finds no POM to make the cache's key from.
        return pom ? named : named.replace(", cache: maven", "");
    }

    private static String named(String line, UnaryOperator<String> command) {
        return GOAL.matcher(line)
                .replaceAll(goal -> command.apply(goal.group(1)).replace("$", "\\$"));
    }
}
