package com.messagemedia.auth0.pages;

import java.util.regex.Pattern;

/** Writes a description of the code as Markdown: what a user types or reads in a file gets the font of code. */
final class CodeWords {

    private static final String PROPERTY = "-D[\\w.]+(?:=[\\w.:+,/<>-]*[\\w/>])?";
    private static final String ADDRESS = "https?://[\\w.<>:/-]*(?: domain>[\\w/]*)?(?<=[\\w/])";
    private static final String VARIABLE = "\\$\\{[^}]*}|\\b[A-Z0-9]+(?:_[A-Z0-9]+)+\\b";
    private static final String MACRO = "@@\\w+@@|\\{\\{ \\w+ }}|<\\w+>";
    private static final String FILE = "(?:[\\w/-]|\\.(?=\\w))+\\.(?:yaml|json|xml|pem|txt)\\b";
    private static final String SCOPE = "\\b(?:read|update|create|delete):[a-z_]+(?!\\w)";
    private static final String KEY = "\\b[a-z0-9]+(?:_[a-z0-9]+)+(?:\\.[a-z_]+)*\\b"
            + "|\\b(?:[a-z]+\\.)*[a-z]+(?:[A-Z][a-z]+)+(?:\\.[A-Za-z]+)*\\b|\\btenant\\.domain\\b";
    private static final String PAIR = "\\b(?:delivery|state): (?:gateway|phoneProvider|connection|file)\\b"
            + "|\\b(?:action|binding)\\.(?=,)|\\bphoneProvider\\.(?= or)|\\bphoneTemplate\\.$";
    private static final String COORDINATES = "groupId:artifactId:version\\[:classifier]";
    private static final Pattern CODE =
            Pattern.compile(String.join("|", COORDINATES, PAIR, PROPERTY, ADDRESS, VARIABLE, MACRO, FILE, SCOPE, KEY));

    private CodeWords() {}

    static String marked(String text) {
        return CODE.matcher(text)
                .replaceAll(word -> "`" + word.group().replace("\\", "\\\\").replace("$", "\\$") + "`")
                .replace("|", "\\|");
    }
}
