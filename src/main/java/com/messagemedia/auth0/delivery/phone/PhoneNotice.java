package com.messagemedia.auth0.delivery.phone;

import com.messagemedia.auth0.plan.Plan.Notice;
import java.util.Optional;

/** What a user should know about a plan that sends through the phone provider. */
sealed interface PhoneNotice extends Notice.OfDelivery {

    /** The plan takes over what somebody else set up, and every phone message of the tenant depends on it. */
    record TakesOver(String what) implements PhoneNotice {

        @Override
        public String sentence() {
            return what
                    + " The tenant has one way to send phone messages, so this also changes the messages of multi-factor"
                    + " authentication and of phone identifiers.";
        }

        @Override
        public boolean takesOver() {
            return true;
        }
    }

    /** The connection still sends through its own gateway. */
    record GatewayInUse() implements PhoneNotice {

        @Override
        public String sentence() {
            return "options.use_phone_provider says that this connection does not use the phone provider: its messages go on"
                    + " through the gateway or Twilio until you switch \"Use Tenant-Level Messaging Provider\" on for the"
                    + " connection in the Auth0 dashboard.";
        }

        @Override
        public Optional<String> beforeTestMessage() {
            return Optional.of(
                    "options.use_phone_provider says that Auth0 does not send this connection's messages through the phone"
                            + " provider.");
        }
    }

    /** Options of the other way stay, although the descriptor no longer names them. */
    record GatewayStays() implements PhoneNotice {

        @Override
        public String sentence() {
            return "the connection's gateway options stay as they are, so that messages go on until the connection uses the"
                    + " phone provider. After that, list them under \"remove\" to delete them.";
        }

        @Override
        public boolean isWarning() {
            return false;
        }
    }

    /** The plan takes away the options with which the connection may still send. */
    record GatewayStops() implements PhoneNotice {

        @Override
        public String sentence() {
            return "the plan removes options with which the connection sends its messages through the gateway or Twilio, and"
                    + " options.use_phone_provider does not say that the connection uses the phone provider. If it does not"
                    + " use it, its users get no code after this plan. Switch \"Use Tenant-Level Messaging Provider\" on for"
                    + " the connection in the Auth0 dashboard first.";
        }

        @Override
        public boolean takesOver() {
            return true;
        }
    }
}
