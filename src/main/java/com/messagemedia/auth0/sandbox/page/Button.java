package com.messagemedia.auth0.sandbox.page;

import java.util.Optional;

/**
 * A button of the page.
 *
 * @param id its name in the address of its request, in lower case
 * @param group what it plays: {@code colleague}, {@code fault} or {@code tenant}
 * @param label what it says
 * @param next what to run next and what will be seen
 * @param blocked why it cannot be pressed now; empty if it can
 */
public record Button(String id, String group, String label, String next, Optional<String> blocked) {}
