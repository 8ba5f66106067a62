package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.report.TrialReport;
import com.messagemedia.auth0.sandbox.Message;
import com.messagemedia.auth0.sandbox.Sandbox;
import java.util.List;
import java.util.function.Consumer;

/**
 * The sandbox's inbox in a goal's log. It stands apart from the goals, whose signatures Maven loads for every goal, so that no other goal
 * loads the sandbox.
 */
record InboxLog(Consumer<List<String>> log) {

    /** Logs what is in the embedded sandbox's inbox; nothing for any other tenant. */
    void of(TenantAccess access) {
        access.sandbox()
                .ifPresent(sandbox -> sandbox.inbox()
                        .forEach(message -> log.accept(List.of("Sandbox inbox: message " + text(message)))));
    }

    /** Logs each message as it arrives. */
    void follow(Sandbox sandbox) {
        sandbox.onMessage(message -> log.accept(List.of("Message " + text(message))));
    }

    private static String text(Message message) {
        return TrialReport.received(message.recipient(), message.sender(), message.body(), message.accepted());
    }
}
