package com.messagemedia.auth0.reference;

import java.util.Optional;

/** What references can point to. Each answer is empty where there is nothing of that name. */
public interface ReferenceLookup {

    /** The value of an environment variable. */
    Optional<String> environment(String name);

    /** The text of a file; a relative path starts at the descriptor's folder. */
    Optional<String> file(String path);

    /** The value of a property: {@code project.x} of the POM, of the settings, or given with {@code -D}. */
    Optional<String> property(String name);

    /** The credentials of a {@code <server>} of the settings. */
    Optional<ServerCredentials> server(String id);
}
