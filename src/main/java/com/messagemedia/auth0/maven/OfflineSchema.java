package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.descriptor.StarterDescriptor;
import com.messagemedia.auth0.schema.DescriptorSchema;
import com.messagemedia.auth0.store.UserFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The schema beside a new descriptor, for an editor without a network.
 *
 * @param file where the schema is to stand
 * @param place what is there now; empty where no schema is wanted
 */
record OfflineSchema(Path file, Optional<UserFile> place) {

    /** No schema: the descriptor names the published one. */
    static OfflineSchema unwanted(Path descriptor) {
        return new OfflineSchema(beside(descriptor), Optional.empty());
    }

    /**
     * Looks at the place beside a descriptor; nothing is written yet.
     *
     * @param replaced whether another file there may be replaced
     * @param remedy what to do about another file
     * @throws Fault when another file is there that may not be replaced
     */
    static OfflineSchema wanted(Path descriptor, boolean replaced, String remedy) {
        Path file = beside(descriptor);
        UserFile place = UserFile.look(file, "schema");
        if (UserFile.isTaken(file) && !place.holds(DescriptorSchema.text()) && !replaced) {
            throw new Fault(
                    "There is a file already: " + file + ", and it is not this plugin's schema. It was left as it is.",
                    remedy);
        }
        return new OfflineSchema(file, Optional.of(place));
    }

    private static Path beside(Path descriptor) {
        return descriptor.resolveSibling(DescriptorSchema.RESOURCE);
    }

    /** The descriptor's text, which names the schema that the editor is to use. */
    String named(String text) {
        return place.isPresent() ? StarterDescriptor.withLocalSchema(text) : text;
    }

    /** Writes the schema where it is wanted and not there yet; says what became of it. */
    List<String> write() {
        return place.map(this::write).stream().toList();
    }

    private String write(UserFile seen) {
        if (seen.holds(DescriptorSchema.text())) {
            return "The schema for your editor is there already: " + file + ".";
        }
        String done = UserFile.isTaken(file) ? "Replaced " : "Wrote ";
        seen.write(DescriptorSchema.text());
        return done + file + ", the schema for your editor.";
    }
}
