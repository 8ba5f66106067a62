package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.descriptor.DescriptorReader;
import com.messagemedia.auth0.descriptor.ReferenceLookup;
import com.messagemedia.auth0.descriptor.Validation;
import java.nio.file.Path;
import java.util.Optional;

/** A descriptor in a file, read with the references that the caller can look up. Opens no connection. */
public final class DescriptorSource {

    private final Path file;
    private final DescriptorReader reader;

    /** The descriptor in this file, of this delivery; nothing is read yet. */
    public DescriptorSource(Path file, ReferenceLookup lookup, Delivery delivery) {
        this.file = file;
        this.reader = new DescriptorReader(lookup, delivery.rules());
    }

    /**
     * Reads it for a plan or an apply.
     *
     * @throws com.messagemedia.auth0.model.DescriptorException with every fault there is
     */
    public Descriptor read(Optional<String> environment) {
        return reader.read(file, environment);
    }

    /**
     * Refuses a descriptor that cannot be published: {@code ${project...}}, and files beside it, mean something else elsewhere.
     *
     * @throws com.messagemedia.auth0.model.DescriptorException with every such place
     */
    public void requirePortable() {
        reader.requirePortable(file);
    }

    /** Checks it without any secret at hand; all environments where none is chosen. */
    public Validation validate(Optional<String> environment) {
        return reader.validate(file, environment);
    }
}
