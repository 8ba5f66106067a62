package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.SecretFields.Placeholders;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Recognises credentials by their shape, where no key names them, and decodes texts that may hide one. */
public final class CredentialShapes {

    private static final Pattern HEADER =
            Pattern.compile("(?i)\\b(?:basic|bearer)\\s+(?!@@|\\{\\{|\\$\\{)(?=\\S*[0-9])(\\S{16,})");
    private static final Pattern TOKEN = Pattern.compile("\\b(eyJ[\\w-]{8,}\\.[\\w-]{8,}\\.[\\w-]*|AKIA[A-Z0-9]{16}"
            + "|(?:gh[pousr]_|github_pat_|glpat-|xox[a-z]-|[spr]k_(?:live|test)_)\\w{10,})");
    private static final Pattern KEY = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY");
    private static final Pattern ADDRESS = Pattern.compile("://[^/\\s@:]*:([^/\\s@]+)@");

    /** A query parameter of an address. It does not match a value that starts with a template's placeholder. */
    private static final Pattern PARAMETER = Pattern.compile("[?&]([^=&#\\s]+)=(?!@@|\\{\\{)([^&#\\s]{6,})");

    /** A name and its assigned value, in any language. A word after a colon may belong to a sentence. */
    private static final Pattern ASSIGNMENT = Pattern.compile(
            "([A-Za-z][\\w.-]{1,60})(?=[\"']?(?:\\s{0,8}(?:=>?|:=)\\s{0,8}|>|:\\s{0,8}(?=[\"']|\\S*[0-9]))[\"']?"
                    + "(?!@@|\\{\\{|\\$\\{)([^\\s\"'&,;<]{4,}))");

    private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9+/_-]{8,}={0,2}");

    private CredentialShapes() {}

    /** Whether a text contains something that looks like a credential. */
    public static boolean holds(String text) {
        return HEADER.matcher(text).find()
                || TOKEN.matcher(text).find()
                || KEY.matcher(text).find()
                || ADDRESS.matcher(text).find()
                || PARAMETER.matcher(text).results().anyMatch(part -> SecretFields.speaks(part.group(1)))
                || ASSIGNMENT.matcher(text).results().anyMatch(part -> SecretFields.speaks(part.group(1)));
    }

    /** Replaces each character that looks like part of a credential by a star, in a line of any configuration language. */
    static String mask(String line) {
        StringBuilder masked = new StringBuilder(line);
        for (Pattern pattern : List.of(HEADER, TOKEN, ADDRESS)) {
            pattern.matcher(line).results().forEach(found -> star(masked, found.start(1), found.end(1)));
        }
        PARAMETER
                .matcher(line)
                .results()
                .filter(CredentialShapes::tells)
                .forEach(found -> star(masked, found.start(2), found.end(2)));
        // Only the language of the line defines where such a value ends.
        ASSIGNMENT
                .matcher(line)
                .results()
                .filter(CredentialShapes::tells)
                .forEach(found -> star(masked, found.start(2), line.length()));
        return masked.toString();
    }

    private static boolean tells(MatchResult assignment) {
        String value = assignment.group(2);
        return SecretFields.speaks(assignment.group(1))
                && !Placeholders.isHarmless(value)
                && value.chars().anyMatch(character -> character != '*');
    }

    private static void star(StringBuilder line, int from, int to) {
        for (int index = from; index < to; index++) {
            line.setCharAt(index, '*');
        }
    }

    /** Returns the text itself, and its decoded forms where parts of it are base64 or percent-encoded. */
    public static List<String> readings(String text) {
        List<String> readings = new ArrayList<>(List.of(text));
        if (text.contains("%")) {
            percent(text, readings);
        }
        ENCODED.matcher(text).results().map(MatchResult::group).forEach(part -> base64(part, readings));
        return readings;
    }

    private static void percent(String text, List<String> readings) {
        try {
            readings.add(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException unused) {
            return;
        }
    }

    private static void base64(String part, List<String> readings) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part.replace('+', '-').replace('/', '_'));
            readings.add(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException unused) {
            return;
        }
    }
}
