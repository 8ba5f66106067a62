package com.messagemedia.auth0.sms;

import com.messagemedia.auth0.model.Value;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The text of a message with a placeholder for its code: {@code @@password@@} or {@code @@code@@}, or {@code {{
 * password }}} or {@code {{ code }}} (Auth0 documentation, "Passwordless Authentication with SMS").
 */
public final class CodeTemplate {

    /** The template that Auth0 uses if a connection has none. */
    public static final String USUAL = "Your verification code is: @@password@@";

    private static final Pattern MACRO = Pattern.compile("@@(password|code)@@");
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{-?\\s*(password|code)\\b[^}]*}}");
    private static final Pattern OTHER = Pattern.compile("@@[\\w.]+@@|\\{\\{[^}]*}}");

    private static final Pattern TAG = Pattern.compile("\\{%");

    /** Auth0's default for {@code totp.length} (Auth0 Management API, schema {@code ConnectionOptionsSMS}). */
    private static final int USUAL_LENGTH = 6;
    /** The longest code that the descriptor's schema allows. */
    private static final int LONGEST = 40;

    private CodeTemplate() {}

    /**
     * The number of digits in a code.
     *
     * @param set what the connection's options say; 6 if that is no usable number
     */
    public static int length(Optional<Value> set) {
        String length = set.orElse(Value.Null.NULL) instanceof Value.Numeral number ? number.literal() : "";
        return length.matches("[0-9]{1,2}") && Integer.parseInt(length) <= LONGEST
                ? Integer.parseInt(length)
                : USUAL_LENGTH;
    }

    /** Whether a template has a macro for the code. */
    public static boolean hasMacro(String template) {
        return MACRO.matcher(template).find();
    }

    /** Whether a template has a Liquid variable for the code. */
    public static boolean hasVariable(String template) {
        return LiquidTemplate.read(template).usesCode();
    }

    /**
     * Why a message of this template could lack the code, a clause; empty if every message contains it.
     *
     * @param syntax the syntax in the options; if it is empty, macros have priority over Liquid
     */
    public static Optional<String> doubt(String template, Optional<String> syntax) {
        boolean liquid = syntax.isPresent() ? syntax.get().equals("liquid") : !hasMacro(template);
        return liquid ? LiquidTemplate.read(template).doubt() : Optional.empty();
    }

    /** Whether a template has Liquid tags, which decide which parts are sent. */
    public static boolean hasTags(String template) {
        return TAG.matcher(template).find();
    }

    /** Whether a template inserts more than the code, such as the application's name. */
    public static boolean insertsMore(String template) {
        return OTHER.matcher(coded(template, "")).find();
    }

    /** The message with this code. Other insertions of the template are unknown here and left out. */
    public static String render(String template, String code) {
        return OTHER.matcher(coded(template, code)).replaceAll("");
    }

    private static String coded(String template, String code) {
        return VARIABLE.matcher(MACRO.matcher(template).replaceAll(code)).replaceAll(code);
    }
}
