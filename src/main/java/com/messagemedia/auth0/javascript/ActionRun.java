package com.messagemedia.auth0.javascript;

import java.util.List;

/**
 * The result of one run of an Action.
 *
 * @param outcome how the run ended
 * @param reason why a message was dropped or is tried again, or the error's text; empty if the run is done
 * @param console the lines that the code wrote to the console
 * @param requests the requests that the code made, in order
 */
public record ActionRun(Outcome outcome, String reason, List<String> console, List<Fetch.Request> requests) {

    public ActionRun {
        console = List.copyOf(console);
        requests = List.copyOf(requests);
    }

    /** How a run ended (Auth0 documentation, "Custom phone provider API object"). */
    public enum Outcome {
        /** The function returned: Auth0 counts the message as sent. */
        DONE,
        /** The last call was {@code api.notification.drop}: the message failed for good. */
        DROPPED,
        /** The last call was {@code api.notification.retry}: Auth0 runs the Action again, up to five times. */
        RETRY,
        /** The code does not parse, lacks the function, threw an error, or ran longer than Auth0 allows. */
        THREW
    }
}
