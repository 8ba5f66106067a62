package com.messagemedia.auth0.sms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out what a Liquid template does with the code: whether it uses the code at all, and whether every message
 * contains it. It understands {@code assign}, {@code capture}, {@code echo}, {@code if}, {@code unless}, {@code
 * case}, {@code for}, {@code tablerow}, {@code comment} and {@code raw}.
 *
 * <p>Limits: it evaluates no condition and no filter. It assumes that a {@code liquid} tag that names the code sends
 * it. It reads at most {@value #DEEPEST} levels of tags. Source: Liquid reference, "Tags".
 */
public final class LiquidTemplate {

    /** Liquid's own limit for nested blocks ({@code Liquid::Block::MAX_DEPTH}); it also bounds the recursion here. */
    private static final int DEEPEST = 100;

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");
    private static final Pattern VARIABLE = Pattern.compile("(?<![\\w.-])[A-Za-z_][\\w-]*");
    private static final Set<String> BRANCHES = Set.of("if", "unless", "case", "for", "tablerow");
    private static final Set<String> NEXT_BRANCH = Set.of("elsif", "else", "when");

    private final LiquidTokens tokens;
    private final Set<String> codes;
    private final Set<String> assigned = new HashSet<>();
    private boolean uses;
    private boolean sends;
    private Optional<String> unclosed = Optional.empty();
    private Optional<String> partial = Optional.empty();
    private int next;
    private int depth;

    private LiquidTemplate(LiquidTokens tokens, Set<String> codes) {
        this.tokens = tokens;
        this.codes = new HashSet<>(codes);
    }

    /** Reads a template of a connection, whose code is {@code code} or {@code password}. */
    static LiquidTemplate read(String text) {
        return read(text, Set.of("code", "password"));
    }

    /**
     * Reads a template. A text without Liquid does not use the code.
     *
     * @param codes the variables that hold the code
     */
    public static LiquidTemplate read(String text, Set<String> codes) {
        LiquidTemplate template = new LiquidTemplate(LiquidTokens.of(text), codes);
        template.unclosed = template.tokens.unclosed();
        template.sends = template.sequence(Set.of());
        return template;
    }

    /** Whether an output or a tag names the code, even if it is never sent. */
    public boolean usesCode() {
        return uses || hidesCode();
    }

    /** Why a message could lack the code, a clause; empty if every message contains it. */
    public Optional<String> doubt() {
        if (unclosed.isPresent()) {
            return unclosed.map(opener -> opener + " is not closed");
        }
        if (sends) {
            return Optional.empty();
        }
        String otherwise = hidesCode() && !uses
                ? "the code is only inside comment or raw, which do not send it"
                : "no output holds the code";
        return Optional.of(partial.orElse(otherwise));
    }

    /** The first variable that an output of the template begins with and that is neither known nor set by the template. */
    public Optional<String> unknown(Set<String> known) {
        return tokens.tokens().stream()
                .filter(token -> !token.isTag())
                .map(LiquidTokens.Token::name)
                .filter(name -> !name.isEmpty() && !Character.isDigit(name.charAt(0)))
                .filter(name -> !known.contains(name) && !assigned.contains(name))
                .findFirst();
    }

    private boolean hidesCode() {
        return tokens.hidden().stream()
                .flatMap(text -> LiquidTokens.of(text).tokens().stream())
                .anyMatch(token -> names(token.content()));
    }

    /** Reads up to one of these tags, or to the end. Returns whether this part always sends the code. */
    private boolean sequence(Set<String> ends) {
        boolean always = false;
        while (next < tokens.tokens().size()) {
            LiquidTokens.Token token = tokens.tokens().get(next);
            if (token.isTag() && ends.contains(token.name())) {
                return always;
            }
            next++;
            uses |= names(token.content());
            always |= token.isTag() ? tag(token) : names(token.content());
        }
        return always;
    }

    private boolean tag(LiquidTokens.Token tag) {
        String name = tag.name();
        if (name.equals("assign")) {
            List<String> sides = List.of(tag.rest().split("=", 2));
            assigned.add(sides.get(0).strip());
            if (sides.size() == 2 && names(sides.get(1))) {
                codes.add(sides.get(0).strip());
            }
            return false;
        }
        if (name.equals("capture") || BRANCHES.contains(name)) {
            return block(tag);
        }
        return (name.equals("echo") || name.equals("liquid")) && names(tag.rest());
    }

    private boolean block(LiquidTokens.Token opener) {
        if (depth == DEEPEST) {
            partial = Optional.of("its tags are nested too deeply to check");
            return false;
        }
        depth++;
        if (opener.name().equals("for") || opener.name().equals("tablerow")) {
            assigned.add(opener.rest().strip().split("\\s", 2)[0]);
            assigned.add(opener.name() + "loop");
        }
        boolean always = opener.name().equals("capture") ? capture(opener) : branches(opener.name());
        depth--;
        return always;
    }

    private boolean capture(LiquidTokens.Token opener) {
        String variable = opener.rest().replaceAll("[\"']", "").strip();
        assigned.add(variable);
        if (sequence(Set.of("endcapture"))) {
            codes.add(variable);
        }
        close("capture");
        return false;
    }

    private boolean branches(String name) {
        Set<String> ends = new HashSet<>(NEXT_BRANCH);
        ends.add("end" + name);
        // Liquid never sends the text between case and its first when.
        boolean first = sequence(ends);
        boolean all = first || name.equals("case");
        boolean any = first && !name.equals("case");
        boolean otherwise = false;
        while (isAtNextBranch()) {
            LiquidTokens.Token branch = tokens.tokens().get(next++);
            uses |= names(branch.content());
            otherwise |= branch.name().equals("else");
            boolean holds = sequence(ends);
            all &= holds;
            any |= holds;
        }
        close(name);
        if (any && !(all && otherwise)) {
            partial =
                    Optional.of(otherwise ? "a branch of " + name + " lacks it" : name + " has no else that holds it");
        }
        return any && all && otherwise;
    }

    private boolean isAtNextBranch() {
        return next < tokens.tokens().size()
                && tokens.tokens().get(next).isTag()
                && NEXT_BRANCH.contains(tokens.tokens().get(next).name());
    }

    private void close(String name) {
        if (next < tokens.tokens().size()) {
            next++;
        } else if (unclosed.isEmpty()) {
            unclosed = Optional.of("the tag " + name);
        }
    }

    private boolean names(String expression) {
        Matcher variables = VARIABLE.matcher(QUOTED.matcher(expression).replaceAll("\"\""));
        return variables.results().anyMatch(variable -> codes.contains(variable.group()));
    }

    /**
     * The outputs and tags of a Liquid template, in order.
     *
     * @param tokens those outside {@code comment} and {@code raw}
     * @param hidden the texts inside them
     * @param unclosed what is opened but never closed; empty if nothing is
     */
    record LiquidTokens(List<Token> tokens, List<String> hidden, Optional<String> unclosed) {

        private static final Pattern OPENER = Pattern.compile("\\{\\{|\\{%");
        private static final Pattern NAME = Pattern.compile("^\\s*(\\w+)");
        private static final Set<String> HIDING = Set.of("comment", "raw");

        /**
         * An output or a tag.
         *
         * @param isTag true for a tag, false for an output
         * @param content the text between its delimiters
         */
        record Token(boolean isTag, String content) {

            /** The tag's name, such as {@code if}. */
            String name() {
                Matcher name = NAME.matcher(content);
                return name.find() ? name.group(1) : "";
            }

            /** The text after the tag's name. */
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
                Matcher close = Pattern.compile("\\{%-?\\s*end" + token.name() + "\\s*-?%}")
                        .matcher(text);
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
}
