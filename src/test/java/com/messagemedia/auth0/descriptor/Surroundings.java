package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.ReferenceLookup.NoReferences;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.store.InputFile;
import com.messagemedia.auth0.store.InputFile.SizeLimit;
import com.messagemedia.auth0.store.Unreadable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What references lead to in a test. Names that begin with env. or file: are confidential, as in the real thing. */
final class Surroundings extends NoReferences {

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, ServerCredentials> servers = new HashMap<>();
    private Optional<Path> folder = Optional.empty();

    Surroundings with(String name, String value) {
        values.put(name, value);
        return this;
    }

    Surroundings withServer(String id, String username, String password) {
        servers.put(id, new ServerCredentials(username, new Secret(password)));
        return this;
    }

    @Override
    public Optional<String> environment(String name) {
        return property("env." + name);
    }

    /** Files that are not among the values are looked for in this folder. */
    Surroundings in(Path place) {
        folder = Optional.of(place);
        return this;
    }

    @Override
    public Optional<String> file(String path) throws Unreadable {
        Optional<Path> there = folder.map(place -> place.resolve(path)).filter(Files::exists);
        return there.isPresent()
                ? Optional.of(new InputFile(there.get(), SizeLimit.REFERENCE).text())
                : property("file:" + path);
    }

    @Override
    public boolean leadsOut(String path) {
        return path.startsWith("/");
    }

    @Override
    public Optional<String> property(String name) {
        return Optional.ofNullable(values.get(name));
    }

    @Override
    public Optional<ServerCredentials> server(String id) {
        return Optional.ofNullable(servers.get(id));
    }
}
