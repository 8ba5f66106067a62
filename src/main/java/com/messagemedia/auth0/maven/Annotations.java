package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.report.Remark;
import com.messagemedia.auth0.report.Remark.CodeQuality;
import com.messagemedia.auth0.report.Remark.WorkflowAnnotations;
import com.messagemedia.auth0.store.AtomicTextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** Remarks for the pipeline around the build, each at the descriptor's line. */
enum Annotations {
    /** Detects the pipeline by its environment variables. */
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

    /** The kind that the user wants; for {@code auto}, the kind of the pipeline that the environment variables show. */
    static Annotations of(String wanted, Properties environment) {
        Annotations asked = ParameterText.choice("messagemedia.annotations", wanted, Annotations.class);
        if (asked != AUTO) {
            return asked;
        }
        for (Annotations kind : List.of(GITHUB, GITLAB)) {
            if ("true".equals(environment.getProperty(kind.mark))) {
                return kind;
            }
        }
        return NONE;
    }

    /**
     * The path of a file from the root of its repository. The pipeline names the root; otherwise it is the nearest folder
     * with a {@code .git}. Outside a repository, the path is the file's name.
     */
    String path(Path descriptor, Properties environment) {
        Path file = real(descriptor);
        Optional<Path> folder = root(file, environment);
        return folder.isPresent()
                ? folder.get().relativize(file).toString().replace('\\', '/')
                : String.valueOf(file.getFileName());
    }

    private Optional<Path> root(Path file, Properties environment) {
        String named = environment.getProperty(root);
        if (named != null && file.startsWith(real(Path.of(named)))) {
            return Optional.of(real(Path.of(named)));
        }
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    /** Resolves symbolic links: the pipeline may name the same folder by another path. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException unused) {
            return path.toAbsolutePath().normalize();
        }
    }

    /** Reports to the pipeline, in its log or in a file; writes an empty report too. */
    void tell(List<Remark> remarks, String path, Path folder) {
        if (this == GITHUB) {
            Terminal.print(new WorkflowAnnotations(path).lines(remarks));
        }
        if (this == GITLAB) {
            new AtomicTextFile(folder.resolve(REPORT), "Code Quality report")
                    .write(new CodeQuality(path).text(remarks));
        }
    }
}
