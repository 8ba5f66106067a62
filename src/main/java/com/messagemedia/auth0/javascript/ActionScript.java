package com.messagemedia.auth0.javascript;

import java.time.Instant;
import java.util.Map;

/**
 * One run of an Action.
 *
 * @param code the Action's code, a CommonJS module
 * @param handler the name of the exported function that Auth0 calls, such as onExecuteCustomPhoneProvider
 * @param event the first argument of that function, a JSON object without its secrets
 * @param secrets the Action's secrets by name; the code finds them in {@code event.secrets}
 * @param now the time at which the run begins
 */
public record ActionScript(String code, String handler, String event, Map<String, String> secrets, Instant now) {

    public ActionScript {
        secrets = Map.copyOf(secrets);
    }

    /** Shows neither the event nor the secrets. */
    @Override
    public String toString() {
        return "run of " + handler + " with the secrets " + secrets.keySet();
    }
}
