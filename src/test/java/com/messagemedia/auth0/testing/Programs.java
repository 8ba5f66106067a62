package com.messagemedia.auth0.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

/** Programs that some tests need and a machine may lack. */
public final class Programs {

    private Programs() {}

    /** The first of the named programs that the PATH leads to. */
    public static Optional<Path> find(String... names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(names)
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Skips a test and says why in one line. In continuous integration (CI=true) nothing is skipped: there the test
     * fails.
     */
    public static ConditionEvaluationResult missing(String reason) {
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(reason + " CI is true, so no test is skipped: install it.");
        }
        System.out.println("Skipped: " + reason);
        return ConditionEvaluationResult.disabled(reason);
    }
}
