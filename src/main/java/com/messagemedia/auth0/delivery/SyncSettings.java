package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.auth0.RetryBudget;
import com.messagemedia.auth0.auth0.SharedTokens;
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
 * @param permissions what the caller allows
 * @param retryBudget the longest time for attempts after a failed request
 * @param tokens the tokens of this run
 * @param recordFile the file of the applied record with {@code state: file}
 */
public record SyncSettings(
        HttpSettings http,
        Set<String> allowedHosts,
        Optional<ConflictPolicy> onConflict,
        Permissions permissions,
        RetryBudget retryBudget,
        SharedTokens tokens,
        Path recordFile) {

    public SyncSettings {
        allowedHosts = Set.copyOf(allowedHosts);
    }
}
