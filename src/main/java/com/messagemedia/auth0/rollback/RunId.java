package com.messagemedia.auth0.rollback;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * Names one run of the goal apply. Every backup of the run holds it, so that a rollback finds what the run changed.
 *
 * @param text the time when the run began, in UTC, and four random digits, such as {@code 20261127T015500Z-3f9c}
 */
public record RunId(String text) {

    private static final Pattern FORM = Pattern.compile("[0-9]{8}T[0-9]{6}Z-[0-9a-f]{4}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int NUMBERS = 0x10000;

    /** Refuses a text of another form with {@link IllegalArgumentException}. */
    public RunId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("no id of a run");
        }
    }

    /** Names a run that begins now. Two runs of one second get different names, but for one case in 65,536. */
    public static RunId next(InstantSource clock) {
        short digits = (short) ThreadLocalRandom.current().nextInt(NUMBERS);
        return new RunId(TIME.format(clock.instant()) + "-" + HexFormat.of().toHexDigits(digits));
    }

    /** Reads the id that a user names; a text of another form is a {@link Fault}. */
    public static RunId of(String text) {
        String trimmed = text.trim();
        if (!FORM.matcher(trimmed).matches()) {
            throw new Fault(
                    "messagemedia.run is \"" + text + "\", which is no id of a run. Nothing was written.",
                    "Copy the id from the log of the apply or from its report.json, such as 20261127T015500Z-3f9c.",
                    Outcome.REFUSED);
        }
        return new RunId(trimmed);
    }

    @Override
    public String toString() {
        return text;
    }
}
