package com.messagemedia.auth0.sandbox;

/** One route's answer. A {@link Refusal} that it throws is the answer too. */
@FunctionalInterface
interface Endpoint {

    Reply answer(Call call);
}
