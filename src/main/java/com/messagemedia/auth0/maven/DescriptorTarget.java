package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.export.StarterDescriptor;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.schema.DescriptorSchema;
import com.messagemedia.auth0.store.GuardedOutputFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The file that a goal writes a descriptor to and, if the user wants that, the schema beside it for an editor. */
final class DescriptorTarget {

    private final DescriptorSelection selection;
    private final boolean withSchema;
    private boolean written;
    private Optional<GuardedOutputFile> place = Optional.empty();
    private Optional<GuardedOutputFile> schema = Optional.empty();

    DescriptorTarget(DescriptorSelection selection, boolean withSchema) {
        this.selection = selection;
        this.withSchema = withSchema;
    }

    /**
     * Checks which files exist; writes nothing.
     *
     * @param replaces whether the user lets the goal replace files
     * @param remedy what to do about an existing descriptor
     * @param schemaRemedy what to do about another file in the place of the schema
     * @throws Fault when a file exists that the goal may not replace
     */
    void look(boolean replaces, String remedy, String schemaRemedy) {
        if (!replaces && GuardedOutputFile.isTaken(file())) {
            throw new Fault("This file exists already: " + file() + ". The goal did not change it.", remedy);
        }
        place = Optional.of(GuardedOutputFile.look(file(), "descriptor"));
        if (withSchema) {
            schema = Optional.of(lookAtSchema(replaces, schemaRemedy));
        }
    }

    private GuardedOutputFile lookAtSchema(boolean replaces, String remedy) {
        GuardedOutputFile seen = GuardedOutputFile.look(schemaFile(), "schema");
        if (GuardedOutputFile.isTaken(schemaFile()) && !seen.holds(DescriptorSchema.text()) && !replaces) {
            throw new Fault(
                    "This file exists already: " + schemaFile()
                            + ", and it is not this plugin's schema. The goal did not change it.",
                    remedy);
        }
        return seen;
    }

    private Path schemaFile() {
        return file().resolveSibling(DescriptorSchema.RESOURCE);
    }

    /** Writes the schema and the descriptor; returns a line about the schema. */
    List<String> write(String text) {
        return write(place.orElseThrow(), text);
    }

    /** Writes the schema and a descriptor that only the file's owner can read; returns a line about the schema. */
    List<String> writeForOwnerAlone(String text) {
        return write(place.orElseThrow().forOwnerAlone(), text);
    }

    private List<String> write(GuardedOutputFile to, String text) {
        List<String> lines = schema.map(this::writeSchema).stream().toList();
        to.write(withSchema ? StarterDescriptor.withLocalSchema(text) : text);
        written = true;
        return lines;
    }

    private String writeSchema(GuardedOutputFile seen) {
        if (seen.holds(DescriptorSchema.text())) {
            return "The schema for your editor exists already: " + schemaFile() + ".";
        }
        String done = GuardedOutputFile.isTaken(schemaFile()) ? "Replaced " : "Wrote ";
        seen.write(DescriptorSchema.text());
        return done + schemaFile() + ", the schema for your editor.";
    }

    /** The line that closes the message of a fault: it says which file was written. */
    String failed() {
        if (written) {
            return "Outcome: failed; the descriptor was written.";
        }
        return withSchema ? "Outcome: failed; no descriptor was written." : "Outcome: failed; no file was written.";
    }

    /** The file of the descriptor. */
    Path file() {
        return selection.target();
    }
}
