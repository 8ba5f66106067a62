package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.plan.Plan.Notice;
import com.messagemedia.auth0.plan.Plan.RecordChange;
import java.util.List;

/**
 * Guards a protected environment, and what sends the phone messages of a whole tenant. It also guards against a new record in
 * place of an unreadable one.
 */
public final class Protection {

    private final Descriptor descriptor;
    private final Permissions permissions;

    Protection(Descriptor descriptor, Permissions permissions) {
        this.descriptor = descriptor;
        this.permissions = permissions;
    }

    /** Refuses a plan without approval. Returns whether it asked a person, because time passes during the question. */
    boolean check(Plan plan, Approval approval) {
        requireAllowed(plan);
        if (!needsApproval()) {
            return false;
        }
        String environment = descriptor.environment().orElseThrow();
        if (!approval.ask(environment)) {
            throw unapproved(List.of(environment));
        }
        return true;
    }

    /** The refusal of changes to protected environments that nobody approved. */
    public static Fault unapproved(List<String> environments) {
        boolean one = environments.size() == 1;
        return new Fault(
                (one ? "Environment " : "The environments ") + String.join(", ", environments)
                        + (one
                                ? " is protected, and nobody approved the change."
                                : " are protected, and nobody approved the changes.")
                        + " Nothing was written.",
                (one ? "Read the plan. If it is correct, add " : "Read the plans. If they are correct, add ")
                        + "-Dmessagemedia.approve=" + String.join(",", environments) + ".",
                Outcome.REFUSED);
    }

    /** Whether a person has to approve a change: the environment is protected, and the caller does not name it. */
    boolean needsApproval() {
        return descriptor.protectedEnvironment()
                && !permissions.approve().contains(descriptor.environment().orElseThrow());
    }

    private String name(Plan plan) {
        return descriptor.environment().orElse(plan.target().tenant());
    }

    /** Refuses a plan that needs a permission besides an approval which the caller does not give. */
    void requireAllowed(Plan plan) {
        if (plan.record() == RecordChange.REWRITE && !plan.overwrites() && !permissions.adopts(name(plan))) {
            throw lostRecord(name(plan));
        }
        requireTakeOver(plan);
        if (descriptor.protectedEnvironment()
                && plan.record() == RecordChange.ADOPT
                && !permissions.adopts(name(plan))) {
            String environment = name(plan);
            throw new NotAllowed(
                    "Environment " + environment
                            + " is protected, and this apply would adopt the connection: it has no applied"
                            + " record of owner \"" + descriptor.owner() + "\". Nothing was written.",
                    "Read the plan. If it is correct, add " + permissions.toAdopt(environment)
                            + (needsApproval()
                                    ? " and, in non-interactive mode, -Dmessagemedia.approve=" + environment + "."
                                    : "."),
                    "adopt",
                    environment);
        }
    }

    /** Needs a yes of its own: what a plan takes over serves the whole tenant, not only this connection. */
    void requireTakeOver(Plan plan) {
        String name = name(plan);
        if (permissions.takeOver().contains(name)) {
            return;
        }
        for (Notice notice : plan.notices()) {
            if (notice instanceof Notice.OfDelivery ofDelivery && ofDelivery.takesOver()) {
                throw new NotAllowed(
                        ofDelivery.takeOverProblem(plan.target().tenant()) + " Nothing was written.",
                        ofDelivery.takeOverRemedy() + " add -Dmessagemedia.takeOver=" + name + ".",
                        "takeOver",
                        name);
            }
        }
    }

    private Fault lostRecord(String name) {
        return new NotAllowed(
                "No option is in conflict, but the applied record cannot be read: it is damaged, or a newer version of"
                        + " this plugin wrote it. Nothing was written.",
                "Run the newest version of the plugin that your team uses, or rewrite the record with "
                        + permissions.toAdopt(name) + ".",
                "adopt",
                name);
    }

    /** A plan needs a permission that the caller does not give. */
    public static final class NotAllowed extends Fault {

        private static final long serialVersionUID = 1L;

        private final String parameter;
        private final String name;

        NotAllowed(String problem, String remedy, String parameter, String name) {
            super(problem, remedy, Outcome.REFUSED);
            this.parameter = parameter;
            this.name = name;
        }

        /** The parameter that gives the permission, without its prefix. */
        public String parameter() {
            return parameter;
        }

        /** The name that the parameter has to hold. */
        public String name() {
            return name;
        }
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
