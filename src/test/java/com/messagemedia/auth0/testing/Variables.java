package com.messagemedia.auth0.testing;

import com.messagemedia.auth0.descriptor.ReferenceLookup.NoReferences;
import java.util.Map;
import java.util.Optional;

/** Environment variables, and nothing else that a reference could point to. */
public final class Variables extends NoReferences {

    private final Map<String, String> values;

    public Variables(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    @Override
    public Optional<String> environment(String name) {
        return Optional.ofNullable(values.get(name));
    }

    @Override
    public boolean leadsOut(String path) {
        return path.startsWith("/");
    }
}
