package com.messagemedia.auth0.model;

import java.util.Collection;
import java.util.Iterator;
import java.util.Locale;
import java.util.StringJoiner;

/** Names in one line: all of them if they are few, otherwise the first ones and how many more there are. */
public final class NameList {

    /** A longer list hides the rest of its sentence. */
    private static final int MOST = 20;

    private NameList() {}

    /**
     * Returns the names with commas, such as {@code a, b, c} or {@code a, b and 9,980 more}.
     *
     * @param names texts, or paths
     */
    public static String of(Collection<?> names) {
        return of(names, "");
    }

    /**
     * Returns the names with commas.
     *
     * @param rest says where all names are, after the number of those that are left out; empty if no place has them
     */
    public static String of(Collection<?> names, String rest) {
        // A number in place of a single name saves nothing.
        boolean all = names.size() <= MOST + 1;
        String first = first(names, all ? names.size() : MOST);
        return all ? first : first + String.format(Locale.ROOT, " and %,d more", names.size() - MOST) + rest;
    }

    private static String first(Collection<?> names, int count) {
        StringJoiner first = new StringJoiner(", ");
        Iterator<?> next = names.iterator();
        for (int i = 0; i < count; i++) {
            first.add(String.valueOf(next.next()));
        }
        return first.toString();
    }
}
