package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.auth0.RetryBudget;
import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.merge.ConflictPolicies.ConflictPolicy;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What the caller decides outside the descriptor.
 *
 * @param http how requests are made
 * @param allowedHosts hosts besides Auth0's own that may receive credentials, in lower case
 * @param onConflict a policy for all conflicts, in place of the descriptor's
 * @param adopt whether a first adoption, or a rewrite of a lost record, is approved
 * @param approve the protected environment that is approved
 * @param retryBudget how long a failed request is tried again
 * @param recordFile where the applied record is kept with {@code state: file}
 */
public record SyncSettings(
        HttpSettings http,
        Set<String> allowedHosts,
        Optional<ConflictPolicy> onConflict,
        boolean adopt,
        Optional<String> approve,
        RetryBudget retryBudget,
        Path recordFile) {

    public SyncSettings {
        allowedHosts = Set.copyOf(allowedHosts);
    }
}
