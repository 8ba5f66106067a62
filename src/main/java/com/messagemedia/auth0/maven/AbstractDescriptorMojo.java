package com.messagemedia.auth0.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** What the goals share that work on a descriptor: which one. */
abstract class AbstractDescriptorMojo extends AbstractMessageMediaMojo {

    /**
     * The descriptor. Unless it is given, the goal uses {@code messagemedia-auth0.yaml} of the project; called by name in a
     * build of several modules it searches them all and uses the one there is. Bound in a parent, the goal works in the modules
     * that have such a file. Example: {@code -Dmessagemedia.file=config/messagemedia-auth0.yaml}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.file")
    private File file;

    private Optional<Path> found = Optional.empty();

    AbstractDescriptorMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    final void perform() {
        Optional<Path> given = Optional.ofNullable(file).map(File::toPath);
        found = descriptor(given);
        if (found.isPresent()) {
            execute(found.get());
        } else {
            withoutDescriptor(location().missing(given));
        }
    }

    @Override
    List<Path> descriptors() {
        return new BuildDescriptors(session(), folder())
                .all(Optional.ofNullable(file).map(File::toPath));
    }

    /**
     * The descriptor to work on; empty where there is none and none is wanted.
     *
     * @param given the file that the user named
     */
    Optional<Path> descriptor(Optional<Path> given) {
        return location().find(given);
    }

    private DescriptorLocation location() {
        return new DescriptorLocation(session(), execution(), folder().toFile());
    }

    /** Does the goal's work on this descriptor. */
    abstract void execute(Path descriptor);

    /**
     * What a goal of the lifecycle does in a module that has no descriptor: nothing, unless the module is there for it.
     *
     * @param name the descriptor's, as the user would write it in this module
     */
    void withoutDescriptor(String name) {
        info(List.of("Nothing to do here: " + folder() + " has no " + name + "."));
        String nearby = new NearbyDescriptors(folder()).sentence();
        if (!nearby.isEmpty()) {
            warn(List.of("This goal did nothing, since " + folder() + " has no " + name + ". " + nearby));
        }
    }

    /** The descriptor that the goal works on. */
    final Path descriptorFile() {
        return found.orElseThrow();
    }

    @Override
    final List<String> wayOn() {
        return found.map(this::wayOn).orElse(List.of());
    }

    /** Lines that end the message of a fault in work on this descriptor. */
    List<String> wayOn(Path descriptor) {
        return List.of();
    }
}
