package com.messagemedia.auth0.editor;

import com.messagemedia.auth0.testing.Programs;
import com.messagemedia.auth0.testing.SharedProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Starts one yaml-language-server for a class of tests and ends it with the class. */
final class EditorExtension extends SharedProgram<Editor> {

    private static final Path PROGRAM =
            Path.of("target/editor/node_modules/yaml-language-server/bin/yaml-language-server");

    private final Optional<Path> node = Programs.find("node");

    EditorExtension() {
        super(Editor.class);
    }

    @Override
    protected Optional<String> missing() {
        return node.isPresent() && Files.exists(PROGRAM)
                ? Optional.empty()
                : Optional.of("needs Node.js and yaml-language-server: .ci/editor installs it into target/editor.");
    }

    @Override
    protected Editor start() {
        return new Editor(node.orElseThrow(), PROGRAM);
    }
}
