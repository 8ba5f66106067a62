package com.messagemedia.auth0.reference;

import com.messagemedia.auth0.connection.ReferenceName;
import com.messagemedia.auth0.file.Unreadable;
import java.util.Optional;

/** What references can point to. Each answer is empty where there is nothing of that name. */
public interface ReferenceLookup {

    /** The value of an environment variable. */
    Optional<String> environment(String name);

    /**
     * The text of a file; a relative path starts at the descriptor's folder.
     *
     * @throws Unreadable when something is there that cannot be read as a text
     */
    Optional<String> file(String path) throws Unreadable;

    /** Whether a path leads out of the descriptor's folder: it is absolute, climbs with {@code ..}, or follows a link. */
    boolean leadsOut(String path);

    /** Whether the caller allows this reference at every path, outside the descriptor. */
    boolean allows(ReferenceName name);

    /** The value of a property: {@code project.x} of the POM, of the settings, or given with {@code -D}. */
    Optional<String> property(String name);

    /** The credentials of a {@code <server>} of the settings. */
    Optional<ServerCredentials> server(String id);
}
