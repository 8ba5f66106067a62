package com.messagemedia.auth0.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.aether.SessionData;

/**
 * What several goals of one build find out about the same descriptor: the packaging checks it twice, and a project may bind one
 * more check. The user reads it once.
 *
 * @param build what the goals of the build share
 * @param descriptor the descriptor
 * @param environment the environment that is checked; empty for all
 */
record ToldOnce(SessionData build, Path descriptor, Optional<String> environment) {

    private static final String KEY = "com.messagemedia.auth0 told of ";

    /** The lines where no goal of the build has told them yet; else none. */
    List<String> unlessTold(List<String> lines) {
        String key =
                KEY + descriptor.toAbsolutePath() + "\n" + environment.orElse("") + "\n" + String.join("\n", lines);
        return build.set(key, null, true) ? lines : List.of();
    }
}
