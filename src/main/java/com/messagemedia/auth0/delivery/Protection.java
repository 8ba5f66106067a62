package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.plan.Plan.Notice;
import com.messagemedia.auth0.plan.Plan.RecordChange;

/**
 * Guards a protected environment, and what sends the phone messages of a whole tenant. It also guards against a new record in
 * place of an unreadable one.
 */
public final class Protection {

    private final Descriptor descriptor;
    private final SyncSettings settings;

    Protection(Descriptor descriptor, SyncSettings settings) {
        this.descriptor = descriptor;
        this.settings = settings;
    }

    /** Refuses a plan without approval. Returns whether it asked a person, because time passes during the question. */
    boolean check(Plan plan, Approval approval) {
        if (plan.record() == RecordChange.REWRITE && !plan.overwrites() && !settings.adopt()) {
            throw lostRecord();
        }
        requireTakeOver(plan);
        if (!descriptor.protectedEnvironment()) {
            return false;
        }
        String environment = descriptor.environment().orElseThrow();
        boolean approved = settings.approve().filter(environment::equals).isPresent();
        String approve = "-Dmessagemedia.approve=" + environment;
        if (plan.record() == RecordChange.ADOPT && !settings.adopt()) {
            throw new Fault(
                    "Environment " + environment
                            + " is protected, and this apply would adopt the connection: it has no applied"
                            + " record of owner \"" + descriptor.owner() + "\". Nothing was written.",
                    "Read the plan. If it is correct, add -Dmessagemedia.adopt=true"
                            + (approved ? "." : " and, in non-interactive mode, " + approve + "."),
                    Outcome.REFUSED);
        }
        if (approved) {
            return false;
        }
        if (!approval.ask(environment)) {
            throw new Fault(
                    "Environment " + environment + " is protected, and nobody approved the change. Nothing was"
                            + " written.",
                    "Read the plan. If it is correct, add " + approve + ".",
                    Outcome.REFUSED);
        }
        return true;
    }

    /** Needs a yes of its own: what a plan takes over serves the whole tenant, not only this connection. */
    void requireTakeOver(Plan plan) {
        String name = descriptor.environment().orElse(plan.target().tenant());
        if (settings.takeOver().contains(name)) {
            return;
        }
        plan.notices().stream()
                .filter(Notice.OfDelivery.class::isInstance)
                .map(Notice.OfDelivery.class::cast)
                .filter(Notice.OfDelivery::takesOver)
                .findFirst()
                .ifPresent(notice -> {
                    throw new Fault(
                            notice.takeOverProblem(plan.target().tenant()) + " Nothing was written.",
                            notice.takeOverRemedy() + " add -Dmessagemedia.takeOver=" + name + ".",
                            Outcome.REFUSED);
                });
    }

    private static Fault lostRecord() {
        return new Fault(
                "No option is in conflict, but the applied record cannot be read: it is damaged, or a newer version of"
                        + " this plugin wrote it. Nothing was written.",
                "Run the newest version of the plugin that your team uses, or rewrite the record with"
                        + " -Dmessagemedia.adopt=true.",
                Outcome.REFUSED);
    }

    /** Asks a person for permission to change a protected environment. */
    @FunctionalInterface
    public interface Approval {

        /** Refuses always, because there is nobody to ask. */
        Approval NOBODY = environment -> false;

        /** Returns whether the person says yes. */
        boolean ask(String environment);
    }
}
