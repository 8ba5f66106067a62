package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.doctor.Preflight;
import com.messagemedia.auth0.messagemedia.AskedAccounts;
import com.messagemedia.auth0.plan.Plan;
import java.util.List;
import java.util.Optional;

/**
 * Asks MessageMedia, before a change of gateway or credentials, whether it takes the API key and secret.
 *
 * @param tenant the tenant that is to be changed
 * @param wanted when to ask: {@code auto}, {@code true} or {@code false}
 * @param region where the user says that the MessageMedia account is
 * @param asked what MessageMedia has said in this run
 */
record PreflightCheck(OpenTenant tenant, String wanted, Optional<String> region, AskedAccounts asked) {

    private enum Wanted {
        AUTO,
        TRUE,
        FALSE
    }

    /** Asks if that is wanted, and says whether it did. */
    boolean ask(Plan plan) {
        Preflight check = Preflight.of(plan, tenant.planner(), tenant.address(), tenant.region(region));
        if (!isWanted() || !plan.mayBeApplied() || !check.isNeeded()) {
            return false;
        }
        check.warning(tenant.http(), asked).ifPresent(warning -> tenant.output().warn(List.of(warning)));
        return true;
    }

    private boolean isWanted() {
        return switch (ParameterText.choice("messagemedia.preflight", wanted, Wanted.class)) {
            case AUTO -> !tenant.address().isLoopback();
            case TRUE -> true;
            case FALSE -> false;
        };
    }
}
