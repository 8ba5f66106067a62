package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.model.Value;

/**
 * A message that Auth0 could not send, in the tenant's log (Auth0 documentation, "Log event type codes", {@code fn}). It can be
 * an e-mail, too: Auth0 does not document a field that tells them apart.
 *
 * @param date when, as Auth0 writes it; empty if Auth0 does not say
 * @param reason why, in the words of the Action or of Auth0; it can hold a number or a code
 */
public record FailedNotification(String date, String reason) {

    static FailedNotification read(Value event) {
        Members members = Members.of(event);
        String reason = members.object("details")
                .flatMap(details -> new Members(details).text("error"))
                .or(() -> members.text("description"))
                .orElse("Auth0 gives no reason");
        return new FailedNotification(members.text("date").orElse(""), reason);
    }

    /** Leaves the reason out. */
    @Override
    public String toString() {
        return "failed notification of " + date;
    }
}
