package com.messagemedia.auth0.sms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The outputs and tags of a Liquid template, in their order.
 *
 * @param tokens what is outside {@code comment} and {@code raw}
 * @param hidden the texts inside them
 * @param unclosed what is opened and never closed; empty if nothing is
 */
record LiquidTokens(List<Token> tokens, List<String> hidden, Optional<String> unclosed) {

    private static final Pattern OPENER = Pattern.compile("\\{\\{|\\{%");
    private static final Pattern NAME = Pattern.compile("^\\s*(\\w+)");
    private static final Set<String> HIDING = Set.of("comment", "raw");

    /**
     * An output or a tag.
     *
     * @param isTag whether it is a tag
     * @param content what is between its delimiters
     */
    record Token(boolean isTag, String content) {

        /** The tag's name, such as {@code if}. */
        String name() {
            Matcher name = NAME.matcher(content);
            return name.find() ? name.group(1) : "";
        }

        /** What follows the tag's name. */
        String rest() {
            return NAME.matcher(content).replaceFirst("");
        }
    }

    static LiquidTokens of(String text) {
        List<Token> tokens = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        Matcher opener = OPENER.matcher(text);
        int from = 0;
        while (opener.find(from)) {
            boolean tag = opener.group().equals("{%");
            int end = text.indexOf(tag ? "%}" : "}}", opener.end());
            if (end < 0) {
                return new LiquidTokens(tokens, hidden, Optional.of(opener.group()));
            }
            Token token = new Token(tag, text.substring(opener.end(), end).replaceAll("^-|-$", ""));
            from = end + 2;
            if (!tag || !HIDING.contains(token.name())) {
                tokens.add(token);
                continue;
            }
            Matcher close =
                    Pattern.compile("\\{%-?\\s*end" + token.name() + "\\s*-?%}").matcher(text);
            if (!close.find(from)) {
                hidden.add(text.substring(from));
                return new LiquidTokens(tokens, hidden, Optional.of("the tag " + token.name()));
            }
            hidden.add(text.substring(from, close.start()));
            from = close.end();
        }
        return new LiquidTokens(tokens, hidden, Optional.empty());
    }
}
