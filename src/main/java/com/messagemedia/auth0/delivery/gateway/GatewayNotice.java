package com.messagemedia.auth0.delivery.gateway;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.plan.Plan.Notice;
import java.util.List;
import java.util.Optional;

/** A notice about options that send through a gateway or through Twilio. The plugin may still write these options. */
public sealed interface GatewayNotice extends Notice.OfDelivery {

    /**
     * {@code options.use_phone_provider} is on: Auth0 will not call the gateway.
     *
     * @param bySomebodyElse whether somebody else than the descriptor switched it on
     */
    record PhoneProviderInUse(boolean bySomebodyElse) implements GatewayNotice {

        /** What to do where the connection uses the phone provider. */
        public static final String REMEDY = "Write \"delivery: phoneProvider\" to manage what sends, or switch"
                + " \"Use Tenant-Level Messaging Provider\" off for this connection.";

        @Override
        public String sentence() {
            return "options.use_phone_provider is set, so Auth0 sends through the tenant's phone provider and will not"
                    + " call the gateway. " + REMEDY;
        }

        @Override
        public boolean takesOver() {
            return bySomebodyElse;
        }

        @Override
        public String takeOverProblem(String tenant) {
            return "The connection sends through the phone provider of tenant " + tenant
                    + ", so Auth0 would not call the gateway that the plan sets.";
        }

        @Override
        public String takeOverRemedy() {
            return REMEDY + " To set the gateway all the same,";
        }

        @Override
        public Optional<String> beforeTestMessage() {
            return Optional.of(
                    "options.use_phone_provider is set: Auth0 sends through the tenant's phone provider, not through the"
                            + " gateway, and does not report whether the message was delivered.");
        }
    }

    /** {@code options.use_phone_provider} has a value that nobody reported. */
    record UnknownSwitch() implements GatewayNotice {

        @Override
        public String sentence() {
            return "options.use_phone_provider has a value that this plugin does not know: Auth0 may send through the"
                    + " tenant's phone provider and not call the gateway. Send a code with messagemedia:try, and see who"
                    + " delivers it.";
        }

        @Override
        public Optional<String> beforeTestMessage() {
            return Optional.of("options.use_phone_provider has a value that this plugin does not know: Auth0 may send"
                    + " through the tenant's phone provider and not through the gateway.");
        }
    }

    /** The tenant is on the Unified Phone Experience: Auth0 may not call the gateway. */
    record UnifiedPhoneExperience() implements GatewayNotice {

        @Override
        public String sentence() {
            return "the tenant is on the Unified Phone Experience, whose phone provider does not use the SMS gateway: Auth0 may"
                    + " not call the gateway. Send a code with the Try button of the connection, and see who delivers it."
                    + " If it is the phone provider, write \"delivery: phoneProvider\".";
        }

        @Override
        public Optional<String> beforeTestMessage() {
            return Optional.of(
                    "The tenant is on the Unified Phone Experience: Auth0 may send through the tenant's phone provider and"
                            + " not through the gateway, and then does not report whether the message was"
                            + " delivered.");
        }
    }

    /** The connection already cannot send, and the plan does not change the options that it lacks. */
    record CannotSendAlready(boolean gateway, List<FieldPath> missing) implements GatewayNotice {

        @Override
        public String sentence() {
            return "the connection cannot send now, and this plan does not change that: "
                    + GatewayRefusal.lacks(gateway, missing) + ".";
        }
    }
}
