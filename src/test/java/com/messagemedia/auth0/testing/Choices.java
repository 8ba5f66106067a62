package com.messagemedia.auth0.testing;

import com.messagemedia.auth0.auth0.RetryBudget;
import com.messagemedia.auth0.delivery.Permissions;
import com.messagemedia.auth0.merge.ConflictPolicies.ConflictPolicy;
import com.messagemedia.auth0.model.PassingTime;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What a caller decides outside the descriptor, such as on the command line. */
public record Choices(
        Optional<String> environment,
        Set<String> allowedHosts,
        Optional<ConflictPolicy> onConflict,
        boolean adopt,
        Optional<String> approve,
        Set<String> takeOver,
        String plugin,
        RetryBudget retryBudget) {

    public static final Choices NONE = new Choices(
            Optional.empty(),
            Set.of(),
            Optional.empty(),
            false,
            Optional.empty(),
            Set.of(),
            "messagemedia-maven-plugin/1.0.0",
            RetryBudget.of(Duration.ZERO, wait -> {}, PassingTime.REAL));
    public static final Choices ADOPT = NONE.adopting();
    public static final Choices OVERWRITE = NONE.deciding(ConflictPolicy.OVERWRITE);
    public static final Choices KEEP = NONE.deciding(ConflictPolicy.KEEP);

    public Choices in(String name) {
        return new Choices(Optional.of(name), allowedHosts, onConflict, adopt, approve, takeOver, plugin, retryBudget);
    }

    public Choices allowing(String host) {
        return new Choices(environment, Set.of(host), onConflict, adopt, approve, takeOver, plugin, retryBudget);
    }

    public Choices deciding(ConflictPolicy policy) {
        return new Choices(
                environment, allowedHosts, Optional.of(policy), adopt, approve, takeOver, plugin, retryBudget);
    }

    public Choices adopting() {
        return new Choices(environment, allowedHosts, onConflict, true, approve, takeOver, plugin, retryBudget);
    }

    public Choices approving(String name) {
        return new Choices(
                environment, allowedHosts, onConflict, adopt, Optional.of(name), takeOver, plugin, retryBudget);
    }

    public Choices takingOver(String name) {
        return new Choices(environment, allowedHosts, onConflict, adopt, approve, Set.of(name), plugin, retryBudget);
    }

    public Choices with(String otherPlugin) {
        return new Choices(environment, allowedHosts, onConflict, adopt, approve, takeOver, otherPlugin, retryBudget);
    }

    public Choices with(RetryBudget other) {
        return new Choices(environment, allowedHosts, onConflict, adopt, approve, takeOver, plugin, other);
    }

    public Permissions permissions() {
        return new Permissions(
                false,
                adopt ? Set.of(Permissions.ANY) : Set.of(),
                approve.map(Set::of).orElse(Set.of()),
                takeOver);
    }
}
