package com.messagemedia.auth0.sandbox.page;

import com.messagemedia.auth0.sandbox.page.Page.LastCall;
import java.util.Comparator;
import java.util.Optional;

/**
 * A tenant in the list of all tenants of a sandbox.
 *
 * @param name how a descriptor names it
 * @param path where its page is
 * @param state what it sends through, in a few words
 * @param last the last request to it
 */
public record Neighbour(String name, String path, String state, Optional<LastCall> last) {

    /** In the order of their names. */
    public static final Comparator<Neighbour> BY_NAME = Comparator.comparing(Neighbour::name);
}
