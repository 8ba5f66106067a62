package com.messagemedia.auth0.sync;

import com.messagemedia.auth0.connection.ReferenceName;
import com.messagemedia.auth0.reference.ReferenceLookup;
import com.messagemedia.auth0.reference.ServerCredentials;
import java.util.Optional;

/** A place in which no reference refers to anything, so that each one is named. */
final class NoReferences implements ReferenceLookup {

    @Override
    public Optional<String> environment(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<String> file(String path) {
        return Optional.empty();
    }

    @Override
    public boolean leadsOut(String path) {
        return false;
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
