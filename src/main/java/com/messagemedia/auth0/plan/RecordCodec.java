package com.messagemedia.auth0.plan;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.plan.AppliedRecord.Loss;
import com.messagemedia.auth0.plan.AppliedRecord.Lost;
import com.messagemedia.auth0.plan.AppliedRecord.Present;
import com.messagemedia.auth0.redaction.Fingerprints;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Converts records to text and back: {@code 3.SALT.ENTRIES.MARKS.CHECK}. An entry is a path and a fingerprint. The path is
 * its letter, or its URL-encoded text in parentheses. An exclamation mark before an entry means that Auth0 put the value
 * back by itself. A tilde means that the value came from a confidential source. The marks of unmanaged options follow each
 * other without a separator. A record without marks is version 2, {@code 2.SALT.ENTRIES.CHECK}. Version 1 has no tilde
 * either. The check detects text that somebody cut or edited.
 *
 * @param codes the letters of the paths
 */
public record RecordCodec(PathCodes codes) {

    private static final int WITHOUT_HIDDEN = 1;
    private static final int WITHOUT_MARKS = 2;
    private static final int VERSION = 3;
    /** Six characters of 6 bits give a check of 36 bits. */
    private static final int CHECK_LENGTH = 6;

    private static final Pattern TEXT =
            Pattern.compile("(?<body>(?<version>[0-9]{1,9})\\.(?<rest>.*))\\.(?<check>[A-Za-z0-9_-]{6})");
    private static final Pattern REST = Pattern.compile("(?<salt>[A-Za-z0-9_-]{16})\\.(?<entries>.*)");
    private static final Pattern MARKED = Pattern.compile("(?<entries>.*)\\.(?<marks>(?:[A-Za-z0-9_-]{3})+)");
    private static final Pattern ENTRY = Pattern.compile(
            "\\G(?<sign>!?)(?<hidden>~?)(?:\\((?<path>[^()]+)\\)|(?<code>[A-Za-z]))(?<print>[A-Za-z0-9_-]{8}|\\*{8})");

    /** Returns the text of a record in printable ASCII. */
    public String encode(Present present) {
        StringBuilder body = new StringBuilder();
        body.append(version(present))
                .append('.')
                .append(present.fingerprints().salt())
                .append('.');
        for (Map.Entry<FieldPath, String> print : present.prints().entrySet()) {
            body.append(entry(present, print));
        }
        for (Map.Entry<FieldPath, String> print : present.returned().entrySet()) {
            body.append('!').append(entry(present, print));
        }
        if (!present.marks().isEmpty()) {
            body.append('.').append(String.join("", present.marks()));
        }
        return body + "." + check(body.toString());
    }

    private static int version(Present present) {
        if (present.hidden().isEmpty()) {
            return WITHOUT_HIDDEN;
        }
        return present.marks().isEmpty() ? WITHOUT_MARKS : VERSION;
    }

    private String entry(Present present, Map.Entry<FieldPath, String> print) {
        boolean hidden = present.hidden().isPresent() && present.hidden().get().contains(print.getKey());
        return (hidden ? "~" : "") + encode(print.getKey()) + print.getValue();
    }

    private String encode(FieldPath path) {
        Optional<Character> code = codes.code(path);
        return code.isPresent()
                ? String.valueOf(code.get())
                : "(" + URLEncoder.encode(path.toString(), StandardCharsets.UTF_8) + ")";
    }

    /** Reads a record's text. It never fails: it returns {@link Lost} for unusable text. */
    public AppliedRecord decode(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches() || !check(matcher.group("body")).equals(matcher.group("check"))) {
            return new Lost(Loss.DAMAGED);
        }
        int version = Integer.parseInt(matcher.group("version"));
        if (version > VERSION) {
            return new Lost(Loss.NEWER_VERSION);
        }
        Matcher rest = REST.matcher(matcher.group("rest"));
        if (!rest.matches()) {
            return new Lost(Loss.DAMAGED);
        }
        Optional<Present> present = version == VERSION
                ? marked(rest.group("salt"), rest.group("entries"))
                : unmarked(version, rest.group("salt"), rest.group("entries"));
        return present.isPresent() ? present.get() : new Lost(Loss.DAMAGED);
    }

    private Optional<Present> unmarked(int version, String salt, String entries) {
        Optional<Present> read = entries(salt, entries);
        if (version != WITHOUT_HIDDEN || read.isEmpty()) {
            return read;
        }
        Present present = read.get();
        return Optional.of(new Present(present.fingerprints(), present.prints(), present.returned()));
    }

    private Optional<Present> marked(String salt, String text) {
        Matcher marked = MARKED.matcher(text);
        Optional<Present> present = marked.matches() ? entries(salt, marked.group("entries")) : Optional.empty();
        return present.isPresent()
                ? Optional.of(present.get().marking(marks(marked.group("marks"))))
                : Optional.empty();
    }

    private static SortedSet<String> marks(String text) {
        SortedSet<String> marks = new TreeSet<>();
        for (int start = 0; start < text.length(); start += UnmanagedMarks.LENGTH) {
            marks.add(text.substring(start, start + UnmanagedMarks.LENGTH));
        }
        return marks;
    }

    private Optional<Present> entries(String salt, String entries) {
        Map<FieldPath, String> prints = new TreeMap<>();
        Map<FieldPath, String> returned = new TreeMap<>();
        SortedSet<FieldPath> hidden = new TreeSet<>();
        Matcher entry = ENTRY.matcher(entries);
        int end = 0;
        try {
            while (entry.find()) {
                Map<FieldPath, String> kind = entry.group("sign").isEmpty() ? prints : returned;
                if (kind.put(path(entry), entry.group("print")) != null) {
                    return Optional.empty();
                }
                if (!entry.group("hidden").isEmpty()) {
                    hidden.add(path(entry));
                }
                end = entry.end();
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return end == entries.length()
                ? Optional.of(new Present(
                        new Fingerprints(salt), prints, returned, Optional.of(hidden), Collections.emptySortedSet()))
                : Optional.empty();
    }

    private FieldPath path(Matcher entry) {
        if (entry.group("path") != null) {
            return FieldPath.parse(URLDecoder.decode(entry.group("path"), StandardCharsets.UTF_8));
        }
        Optional<FieldPath> path = codes.path(entry.group("code").charAt(0));
        if (path.isEmpty()) {
            throw new IllegalArgumentException("a letter that stands for no path");
        }
        return path.get();
    }

    private static String check(String body) {
        return new Fingerprints("messagemedia applied record").of(body).substring(0, CHECK_LENGTH);
    }
}
