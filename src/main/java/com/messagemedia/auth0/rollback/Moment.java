package com.messagemedia.auth0.rollback;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** A time in the names of runs and backups: in UTC, to the second, such as {@code 20261127T015500Z}. */
final class Moment {

    private static final int SIX_DIGITS = 1_000_000;

    private Moment() {}

    /** The text of a time from the year 0 to 9999. Java's formatter would load sixty classes for it in each run. */
    static String text(Instant instant) {
        LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        int time = (utc.getHour() * 100 + utc.getMinute()) * 100 + utc.getSecond();
        String day = utc.toLocalDate().toString().replace("-", "");
        return day + "T" + String.valueOf(SIX_DIGITS + time).substring(1) + "Z";
    }
}
