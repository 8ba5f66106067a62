package com.messagemedia.auth0.sms;

import java.util.regex.Pattern;

/**
 * The text of a message with the place of its code: {@code @@password@@} or {@code @@code@@}, or {@code {{ password }}} or
 * {@code {{ code }}} (Auth0 documentation, "Passwordless Authentication with SMS").
 */
public final class CodeTemplate {

    /** What Auth0 sends where a connection has no template of its own. */
    public static final String USUAL = "Your verification code is: @@password@@";

    private static final Pattern MACRO = Pattern.compile("@@(password|code)@@");
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{-?\\s*(password|code)\\b[^}]*}}");
    private static final Pattern OTHER = Pattern.compile("@@[\\w.]+@@|\\{\\{[^}]*}}");

    private CodeTemplate() {}

    /** Whether a template has a place for the code, in the way of macros. */
    public static boolean hasMacro(String template) {
        return MACRO.matcher(template).find();
    }

    /** Whether a template has a place for the code, in the way of Liquid. */
    public static boolean hasVariable(String template) {
        return VARIABLE.matcher(template).find();
    }

    /** The message with this code; what else a template inserts is not known here and left out. */
    public static String render(String template, String code) {
        String coded =
                VARIABLE.matcher(MACRO.matcher(template).replaceAll(code)).replaceAll(code);
        return OTHER.matcher(coded).replaceAll("");
    }
}
