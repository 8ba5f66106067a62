package com.messagemedia.auth0.testing;

import com.messagemedia.auth0.descriptor.ReferenceLookup;
import com.messagemedia.auth0.descriptor.ReferenceLookup.ServerCredentials;
import com.messagemedia.auth0.descriptor.ReferenceName;
import java.util.Map;
import java.util.Optional;

/** Environment variables, and nothing else that a reference could point to. */
public record Variables(Map<String, String> values) implements ReferenceLookup {

    @Override
    public Optional<String> environment(String name) {
        return Optional.ofNullable(values.get(name));
    }

    @Override
    public Optional<String> file(String path) {
        return Optional.empty();
    }

    @Override
    public boolean leadsOut(String path) {
        return path.startsWith("/");
    }

    @Override
    public boolean allows(ReferenceName name) {
        return false;
    }

    @Override
    public Optional<String> property(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<ServerCredentials> server(String id) {
        return Optional.empty();
    }
}
