package com.messagemedia.auth0.delivery.phone;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.NameList;
import com.messagemedia.auth0.plan.Plan.Refusal;
import java.util.List;
import java.util.Map;

/** Why the plugin may not write what sends through the phone provider. */
sealed interface PhoneRefusal extends Refusal.OfDelivery {

    /** After the change no message could be sent: these paths have the wrong value, or none. */
    record CannotSend(List<FieldPath> wrong) implements PhoneRefusal {

        @Override
        public String sentence() {
            return "the result could not send a message: see " + list() + ". Let the descriptor decide them.";
        }

        @Override
        public String sentenceOfRollback(Map<FieldPath, String> given) {
            return "what was there before that apply could not send a message: see " + list()
                    + ". Write into the descriptor what you want instead, and apply it.";
        }

        private String list() {
            return NameList.of(wrong);
        }
    }
}
