package com.messagemedia.auth0.testing;

import java.io.IOException;
import java.nio.file.Path;

/** A Java process of its own, for what a test cannot do to its own process. */
public final class ChildProcess {

    private ChildProcess() {}

    /** Starts the main method of a class with a path, after a command of the shell. */
    public static Process start(String before, Class<?> main, Path path) throws IOException {
        return new ProcessBuilder(
                        "sh",
                        "-c",
                        before + "exec \"$0\" -cp \"$1\" \"$2\" \"$3\"",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        main.getName(),
                        path.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
