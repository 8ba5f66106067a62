package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.descriptor.DeliveryChoices;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.descriptor.DescriptorReader;
import com.messagemedia.auth0.descriptor.EnvironmentChoice;
import com.messagemedia.auth0.descriptor.ReferenceLookup;
import com.messagemedia.auth0.descriptor.Validation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A descriptor in a file. The caller's lookup resolves its references. It opens no connection. */
public final class DescriptorSource {

    private final Path file;
    private final DescriptorReader reader;

    /** Creates the source of a descriptor file that chooses one of these deliveries. It reads nothing yet. */
    public DescriptorSource(Path file, ReferenceLookup lookup, DeliveryChoices deliveries) {
        this.file = file;
        this.reader = new DescriptorReader(lookup, deliveries);
    }

    /**
     * Reads the descriptor for a plan or an apply.
     *
     * @throws com.messagemedia.auth0.model.DescriptorException with every fault in the descriptor
     */
    public Descriptor read(Optional<String> environment) {
        return reader.read(file, environment);
    }

    /**
     * Refuses a descriptor that is not fit for publication. {@code ${project...}} and files beside the descriptor have
     * another meaning elsewhere.
     *
     * @throws com.messagemedia.auth0.model.DescriptorException with every such place
     */
    public void requirePortable() {
        reader.requirePortable(file);
    }

    /**
     * Reads the descriptor for several environments, in the order of the file. It reads the file once.
     *
     * @throws com.messagemedia.auth0.model.DescriptorException with every fault in any of them
     */
    public List<Descriptor> readAll(EnvironmentChoice choice) {
        return reader.readAll(file, choice);
    }

    /**
     * Checks the descriptor without any secret.
     *
     * @param environments the environments to check, as {@link EnvironmentChoice} reads them; all of them where empty
     */
    public Validation validate(Optional<String> environments) {
        return reader.validate(file, environments);
    }
}
