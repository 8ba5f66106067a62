package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.ReferenceLookup.NoReferences;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Finds what changes its meaning when a published descriptor is read in another place: values of the project that is built,
 * and files beside the descriptor, such as the applied record.
 */
final class Portability {

    private static final String PROJECT = "project.";
    private static final String FILE = "file:";

    /** Resolves nothing, so the names of all references are reported. */
    private final ReferenceResolver references = new ReferenceResolver(new NoReferences());

    private final Findings findings;

    Portability(Findings findings) {
        this.findings = findings;
    }

    void check(Field root) {
        for (Field field : root.all()) {
            if (isRecordInAFile(field)) {
                recordStaysBehind(field);
            } else if (field.path().equals(List.of(FileOfEnvironments.KEY))) {
                environmentsStayBehind(field);
            } else if (ReferenceSubstitution.isIn(field.value())) {
                field.text()
                        .map(text -> references.resolve(EnvironmentReference.flat(text)))
                        .ifPresent(resolved -> refuse(field, resolved.missing()));
            } else if (field.last().equals("caCertificates")) {
                field.text().filter(Portability::isRelative).ifPresent(path -> refuse(field, List.of(FILE + path)));
            }
        }
    }

    /** Whether a field is the descriptor's or an environment's {@code state}, not an option of the same name. */
    private static boolean isRecordInAFile(Field field) {
        int depth = field.path().size();
        boolean isState = field.last().equals("state")
                && (depth == 1 || (depth == 3 && field.path().get(0).equals("environments")));
        return isState && field.text().filter("file"::equals).isPresent();
    }

    private void recordStaysBehind(Field field) {
        findings.error(
                field.valuePlace(),
                field.name(),
                "keeps the applied record in a file beside the descriptor, which is not published with it",
                "Write \"state: connection\", or leave it out.");
    }

    private void environmentsStayBehind(Field field) {
        findings.error(
                field.valuePlace(),
                field.name(),
                "names a file beside the descriptor, which is not published with it",
                "Write the environments into the descriptor.");
    }

    private void refuse(Field field, List<String> names) {
        names.stream().filter(Portability::isBound).findFirst().ifPresent(name -> error(field, name));
    }

    private static boolean isBound(String name) {
        return name.startsWith(PROJECT) || (name.startsWith(FILE) && isRelative(name.substring(FILE.length())));
    }

    private static boolean isRelative(String path) {
        try {
            return !Path.of(path).isAbsolute();
        } catch (InvalidPathException unused) {
            // This is not a path. The reader reports it.
            return false;
        }
    }

    private void error(Field field, String name) {
        if (name.startsWith(PROJECT)) {
            findings.error(
                    field.valuePlace(),
                    field.name(),
                    "refers to ${" + name
                            + "}, which has another value in each project that applies the published descriptor",
                    "Write the value itself, or refer to ${env.NAME} or to a property of settings.xml.");
        } else {
            findings.error(
                    field.valuePlace(),
                    field.name(),
                    "refers to the file " + name.substring(FILE.length())
                            + " beside the descriptor, which is not published with it",
                    "Refer to ${env.NAME}, to a server of settings.xml, or to an absolute path.");
        }
    }
}
