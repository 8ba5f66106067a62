package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.report.CodeQuality;
import com.messagemedia.auth0.report.Finding;
import com.messagemedia.auth0.report.WorkflowAnnotations;
import com.messagemedia.auth0.store.WholeFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** Findings for the pipeline around the build, each at the descriptor's line. */
enum Annotations {
    /** The pipeline that the environment tells of. */
    AUTO("", ""),
    /** Workflow commands on the standard output. */
    GITHUB("env.GITHUB_ACTIONS", "env.GITHUB_WORKSPACE"),
    /** A Code Quality report beside the goal's other files. */
    GITLAB("env.GITLAB_CI", "env.CI_PROJECT_DIR"),
    /** Nothing. */
    NONE("", "");

    private static final String REPORT = "gl-code-quality-report.json";

    private final String mark;
    private final String root;

    Annotations(String mark, String root) {
        this.mark = mark;
        this.root = root;
    }

    /** The kind that was asked for; {@code auto} is the one of the pipeline that the environment tells of. */
    static Annotations of(String wanted, Properties environment) {
        Annotations asked = Choice.of("messagemedia.annotations", wanted, Annotations.class);
        return asked == AUTO
                ? Stream.of(GITHUB, GITLAB)
                        .filter(kind -> "true".equals(environment.getProperty(kind.mark)))
                        .findFirst()
                        .orElse(NONE)
                : asked;
    }

    /** The descriptor's path from the root of the repository; its name alone where it lies elsewhere. */
    String path(Path descriptor, Properties environment) {
        Path file = descriptor.toAbsolutePath().normalize();
        return Optional.ofNullable(environment.getProperty(root))
                .map(folder -> Path.of(folder).toAbsolutePath().normalize())
                .filter(file::startsWith)
                .map(folder -> folder.relativize(file).toString().replace('\\', '/'))
                .orElse(String.valueOf(file.getFileName()));
    }

    /** Hands the findings over; an empty report is written, too. */
    void hand(List<Finding> findings, String path, boolean failOnPending, Path folder) {
        if (this == GITHUB) {
            Terminal.print(new WorkflowAnnotations(path).lines(findings, failOnPending));
        }
        if (this == GITLAB) {
            new WholeFile(folder.resolve(REPORT), "Code Quality report").write(new CodeQuality(path).text(findings));
        }
    }
}
