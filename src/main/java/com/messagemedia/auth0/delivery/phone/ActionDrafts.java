package com.messagemedia.auth0.delivery.phone;

import java.util.regex.Pattern;

/** Tells the code that somebody wrote from the empty handler that the dashboard makes when somebody opens the page. */
final class ActionDrafts {

    private static final Pattern COMMENTS = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
    private static final Pattern EMPTY_HANDLER = Pattern.compile(
            "exports\\.\\w+=async\\(\\w+,\\w+\\)=>\\{\\};?|exports\\.\\w+=asyncfunction\\w*\\(\\w+,\\w+\\)\\{\\};?");

    private ActionDrafts() {}

    /** Returns whether the code does nothing: blanks, comments, and at most a handler without a statement. */
    static boolean isStub(String code) {
        String rest = COMMENTS.matcher(code).replaceAll("").replaceAll("\\s", "");
        return rest.isEmpty() || EMPTY_HANDLER.matcher(rest).matches();
    }
}
