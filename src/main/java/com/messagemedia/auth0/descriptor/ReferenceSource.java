package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.connection.Secret;
import com.messagemedia.auth0.file.Unreadable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the reader gets what references stand for: its border to the environment, the disk and Maven's settings. */
public interface ReferenceSource {

    /** Resolves every reference of one value. */
    Resolved resolve(String text);

    /** The login of a {@code <server>} of Maven's settings; empty where there is none of that id. */
    Optional<ServerLogin> server(String id);

    /**
     * A value after its references were resolved. Its own text form shows no value.
     *
     * @param text the value; a reference to nothing stays as it was written
     * @param missing the references to nothing, such as {@code env.AUTH0_CLIENT_ID}
     * @param unreadable of these, why a file is not read
     * @param confidentialValues what came from the environment or from a file
     * @param wholeValue whether the value was one reference and nothing else
     */
    record Resolved(
            String text,
            List<String> missing,
            Map<String, Unreadable> unreadable,
            List<String> confidentialValues,
            boolean wholeValue) {

        public Resolved {
            missing = List.copyOf(missing);
            unreadable = Map.copyOf(unreadable);
            confidentialValues = List.copyOf(confidentialValues);
        }

        @Override
        public String toString() {
            return "resolved, missing " + missing;
        }
    }

    /**
     * The login of one server of the settings.
     *
     * @param username a client id, or an API key
     * @param password a client secret, or an API secret
     */
    record ServerLogin(String username, Secret password) {
        @Override
        public String toString() {
            return "server login";
        }
    }
}
