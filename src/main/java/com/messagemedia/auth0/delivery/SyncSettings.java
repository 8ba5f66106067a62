package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.auth0.RetryBudget;
import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.merge.ConflictPolicies.ConflictPolicy;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * The caller's settings outside the descriptor.
 *
 * @param http the settings for requests
 * @param allowedHosts hosts besides Auth0's own that may receive credentials, in lower case
 * @param onConflict one policy for all conflicts, in place of the descriptor's
 * @param adopt whether the caller approves a first adoption, or a rewrite of a lost record
 * @param approve the protected environment that the caller approves
 * @param takeOver the environments, or the tenants' domains, in which the caller allows to take over the tenant's phone
 *     messages
 * @param retryBudget the longest time for attempts after a failed request
 * @param recordFile the file of the applied record with {@code state: file}
 */
public record SyncSettings(
        HttpSettings http,
        Set<String> allowedHosts,
        Optional<ConflictPolicy> onConflict,
        boolean adopt,
        Optional<String> approve,
        Set<String> takeOver,
        RetryBudget retryBudget,
        Path recordFile) {

    public SyncSettings {
        allowedHosts = Set.copyOf(allowedHosts);
        takeOver = Set.copyOf(takeOver);
    }
}
