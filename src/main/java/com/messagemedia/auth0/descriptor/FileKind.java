package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.yaml.Expected;
import com.messagemedia.auth0.yaml.SourceText.Statement;
import java.util.List;

/** The files of a descriptor: the descriptor itself, and a file of environments that it names. */
enum FileKind {
    /** The descriptor itself. */
    DESCRIPTOR,
    /** A file of environments: what stands under the key {@code environments} otherwise. */
    ENVIRONMENTS;

    private static final String EXAMPLE =
            "Write each environment by its name, such as prod-eu: {tenant: {domain: acme-eu.eu.auth0.com}}.";

    /** The message about another program's file. */
    record Foreign(String problem, String remedy) {}

    /** The keys above the file's own ones. */
    List<String> path() {
        return this == DESCRIPTOR ? List.of() : List.of(Environments.KEY);
    }

    /** Whether these lines look like such a file, so that messages may show them: a link can lead to any file. */
    boolean isOwn(List<String> lines) {
        return this == DESCRIPTOR ? ShownLines.beginAsDescriptor(lines) : ShownLines.beginAsEnvironments(lines);
    }

    /** What to write into a file that holds nothing of the kind. */
    Expected expected() {
        return this == DESCRIPTOR
                ? new Expected(
                        new Statement("", "is empty", "Write a descriptor; it begins with version: 1."),
                        new Statement("", "an object of keys is expected here", "Begin the file with version: 1."))
                : new Expected(
                        new Statement("", "is empty", EXAMPLE),
                        new Statement("", "an object of keys is expected here", EXAMPLE));
    }

    Foreign foreign() {
        return this == DESCRIPTOR
                ? new Foreign(
                        "does not begin like a descriptor, so this message shows none of its lines",
                        "Begin the file with version: 1, or name another file with -Dmessagemedia.file=<path>.")
                : new Foreign(
                        "does not begin like a list of environments, so this message shows none of its lines",
                        EXAMPLE + " Or name another file in environmentsFile.");
    }
}
