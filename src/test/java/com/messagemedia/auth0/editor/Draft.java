package com.messagemedia.auth0.editor;

import com.messagemedia.auth0.schema.DescriptorSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Position;

/** A descriptor that a test writes line by line. Its first line names the schema in docs, so that none is fetched. */
final class Draft {

    /** Where editors fetch the schema, as the examples and init write it. */
    static final String PUBLISHED =
            "https://messagemedia.github.io/messagemedia-maven-plugin/schema/" + DescriptorSchema.RESOURCE;

    private static final Path SCHEMA = Path.of("docs", "schema", DescriptorSchema.RESOURCE);
    private static final int INDENT = 2;

    private final List<String> lines = new ArrayList<>(List.of("# yaml-language-server: $schema=" + address()));

    /** The schema's address in the repository. */
    static String address() {
        return SCHEMA.toAbsolutePath().toUri().toString();
    }

    /** Adds a key below the keys that lead to it, and returns the place of its second letter. */
    Position add(List<String> parent, String key, String value) {
        lines.add(" ".repeat(INDENT * parent.size()) + key + ":" + (value.isEmpty() ? "" : " " + value));
        return new Position(lines.size() - 1, INDENT * parent.size() + 1);
    }

    /** Adds sections, one in the other. */
    Draft open(List<String> path) {
        for (int depth = 0; depth < path.size(); depth++) {
            add(path.subList(0, depth), path.get(depth), "");
        }
        return this;
    }

    /** Adds an empty line below sections, and returns the place where somebody types the next key. */
    Position cursor(List<String> parent) {
        lines.add(" ".repeat(INDENT * parent.size()));
        return new Position(lines.size() - 1, INDENT * parent.size());
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }
}
