package com.messagemedia.auth0.descriptor;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Validates an example; loaded by a class loader that has no network library. */
public final class OfflineCheck implements Callable<String> {

    @Override
    public String call() {
        Path example = Path.of("config-examples", "every-option.yaml");
        Validation validation = Readers.of(new Surroundings()).validate(example, Optional.empty());
        return validation.diagnostics() + " " + validation.environments();
    }
}
