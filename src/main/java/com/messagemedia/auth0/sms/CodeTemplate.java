package com.messagemedia.auth0.sms;

import com.messagemedia.auth0.model.OptionPaths;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import java.util.Optional;
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

    private static final Pattern TAG = Pattern.compile("\\{%");

    private static final int USUAL_LENGTH = 6;
    private static final int LONGEST = 40;

    private CodeTemplate() {}

    /** How many digits a code has by these options; 6 where they do not say, or say what cannot be. */
    public static int length(Options options) {
        return options.get(OptionPaths.TOTP_LENGTH)
                .filter(Value.Numeral.class::isInstance)
                .map(value -> ((Value.Numeral) value).literal())
                .filter(literal -> literal.matches("[0-9]{1,2}"))
                .map(Integer::valueOf)
                .filter(length -> length <= LONGEST)
                .orElse(USUAL_LENGTH);
    }

    /** Whether a template has a place for the code, in the way of macros. */
    public static boolean hasMacro(String template) {
        return MACRO.matcher(template).find();
    }

    /** Whether a template has a place for the code, in the way of Liquid. */
    public static boolean hasVariable(String template) {
        return LiquidTemplate.read(template).usesCode();
    }

    /**
     * Why a message by this template could lack the code, as a clause; empty if every message holds it.
     *
     * @param syntax the syntax that the options name; without one, macros count before Liquid
     */
    public static Optional<String> doubt(String template, Optional<String> syntax) {
        boolean liquid = syntax.map("liquid"::equals).orElseGet(() -> !hasMacro(template));
        return liquid ? LiquidTemplate.read(template).doubt() : Optional.empty();
    }

    /** Whether Liquid's tags decide what of a template is sent. */
    public static boolean hasTags(String template) {
        return TAG.matcher(template).find();
    }

    /** Whether a template inserts more than the code, such as the application's name. */
    public static boolean insertsMore(String template) {
        return OTHER.matcher(coded(template, "")).find();
    }

    /** The message with this code; what else a template inserts is not known here and left out. */
    public static String render(String template, String code) {
        return OTHER.matcher(coded(template, code)).replaceAll("");
    }

    private static String coded(String template, String code) {
        return VARIABLE.matcher(MACRO.matcher(template).replaceAll(code)).replaceAll(code);
    }
}
