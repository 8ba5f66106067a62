package com.messagemedia.auth0.report;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.model.Diagnostic;
import com.messagemedia.auth0.model.NameList;
import com.messagemedia.auth0.model.Origin;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.report.Remark.Level;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * A goal's message to its pipeline about one place in the descriptor or in its file of environments. It holds no option's value.
 *
 * @param level how serious it is
 * @param kind one word for its kind: a verdict's word, or {@code descriptor} for a fault of the file itself
 * @param subject its subject: an option's path, a field or something else; empty for the whole file
 * @param text the finding in one or more sentences
 * @param place the subject's place in the descriptor; empty if it has none
 */
public record Remark(Level level, String kind, String subject, String text, Optional<Origin> place) {

    /** How serious a remark is. */
    public enum Level {
        /** Worth knowing. */
        NOTICE,
        /** The goal succeeds, but the user should check something. */
        WARNING,
        /** It fails the goal. */
        ERROR
    }

    /** This remark with the names of the environments that it is about. */
    public Remark in(List<String> environments) {
        return new Remark(level, kind, subject, Printable.text(NameList.of(environments)) + ": " + text, place);
    }

    /**
     * This remark with the path of its file from the repository's root.
     *
     * @param paths gives the path of a file by its name in messages
     */
    public Remark at(UnaryOperator<String> paths) {
        return new Remark(
                level,
                kind,
                subject,
                text,
                place.map(origin -> new Origin(paths.apply(origin.file()), origin.line(), origin.column())));
    }

    private String file(String descriptor) {
        return place.map(Origin::file).orElse(descriptor);
    }

    /** Turns a fault of the descriptor, or a warning about it, into a remark. */
    public static Remark of(Diagnostic diagnostic) {
        String subject = diagnostic.subject();
        String text = (subject.isEmpty() ? "" : subject + " ") + diagnostic.problem() + ". " + diagnostic.remedy();
        return new Remark(
                diagnostic.isError() ? Level.ERROR : Level.WARNING,
                "descriptor",
                Printable.text(subject),
                Printable.text(text),
                Optional.of(diagnostic.origin()));
    }

    /**
     * Writes remarks for a GitLab merge request (GitLab documentation, "Code Quality report format").
     *
     * @param file the descriptor's path from the repository's root, with slashes, for remarks without a place
     */
    public record CodeQuality(String file) {

        /** Returns the report as JSON; an empty list if there are no remarks. */
        public String text(List<Remark> remarks) {
            return Json.writePretty(
                    new Array(remarks.stream().<Value>map(this::issue).toList()));
        }

        private Tree issue(Remark remark) {
            // The same remark has the same mark in every pipeline, so GitLab recognises it.
            String path = remark.file(file);
            String mark = path + " " + remark.kind() + " " + remark.subject() + " " + remark.text();
            Value line = new Value.Numeral(String.valueOf(
                    remark.place().map(place -> Math.max(1, place.line())).orElse(1)));
            Map<String, Value> issue = new LinkedHashMap<>();
            issue.put("description", Value.of(remark.text()));
            issue.put("check_name", Value.of("messagemedia-" + remark.kind()));
            issue.put(
                    "fingerprint",
                    Value.of(UUID.nameUUIDFromBytes(mark.getBytes(StandardCharsets.UTF_8))
                            .toString()));
            issue.put("severity", Value.of(severity(remark.level())));
            Map<String, Value> location = new LinkedHashMap<>();
            location.put("path", Value.of(path));
            location.put("lines", new Tree(Map.of("begin", line)));
            issue.put("location", new Tree(location));
            return new Tree(issue);
        }

        private static String severity(Level level) {
            return switch (level) {
                case NOTICE -> "info";
                case WARNING -> "minor";
                case ERROR -> "major";
            };
        }
    }

    /**
     * Writes remarks for GitHub, which shows them at a line of a file (GitHub documentation, "Workflow commands for GitHub
     * Actions").
     *
     * @param file the descriptor's path from the repository's root, with slashes, for remarks without a place
     */
    public record WorkflowAnnotations(String file) {

        /** Returns one command for each remark. */
        public List<String> lines(List<Remark> remarks) {
            return remarks.stream().map(this::line).toList();
        }

        private String line(Remark remark) {
            String level = remark.level().name().toLowerCase(Locale.ROOT);
            String place = remark.place()
                    .filter(origin -> origin.line() > 0)
                    .map(origin -> ",line=" + origin.line() + ",col=" + origin.column())
                    .orElse("");
            return "::" + level + " file=" + property(remark.file(file)) + place + ",title="
                    + property("SMS login: " + remark.kind()) + "::" + message(remark.text());
        }

        private static String property(String text) {
            return message(text).replace(":", "%3A").replace(",", "%2C");
        }

        private static String message(String text) {
            return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
        }
    }
}
