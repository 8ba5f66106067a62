package com.messagemedia.auth0.merge;

import com.messagemedia.auth0.connection.FieldPath;
import java.util.Optional;

/** Which paths the applied records of other owners hold. */
@FunctionalInterface
public interface OtherOwners {

    /** Nobody else's record is there. */
    OtherOwners NONE = path -> Optional.empty();

    /** The other owner whose record holds this path, a path above it or a path below it. */
    Optional<String> claimedBy(FieldPath path);
}
