package com.messagemedia.auth0.report;

import java.util.List;

/**
 * A table in columns of equal width: names on the left, numbers between, the outcome at the end.
 *
 * @param rows the rows, the one with the headings first; the first two cells of each are names, and the last one is the outcome
 * @param columns the width that it may have; the longest names are cut, those of tenants first
 */
record FleetTable(List<List<String>> rows, int columns) {

    private static final int NAMES = 2;
    private static final int GAP = 2;

    /** A name with less than this says nothing. */
    private static final int SHORTEST_NAME = 12;

    /** Returns the lines. */
    List<String> lines() {
        int[] widths = widths();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private int[] widths() {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], Printable.columns(row.get(column)));
            }
        }
        long tooMuch = -(long) columns - GAP;
        for (int width : widths) {
            tooMuch += width + GAP;
        }
        for (int column = NAMES - 1; column >= 0 && tooMuch > 0; column--) {
            long less = Math.min(tooMuch, Math.max(0, widths[column] - SHORTEST_NAME));
            widths[column] -= (int) less;
            tooMuch -= less;
        }
        return widths;
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        int last = widths.length - 1;
        for (int column = 0; column < last; column++) {
            String cell = column < NAMES ? Printable.cut(row.get(column), widths[column]) : row.get(column);
            String blanks = " ".repeat(widths[column] - Printable.columns(cell));
            line.append(column < NAMES ? cell + blanks : blanks + cell).append(" ".repeat(GAP));
        }
        return line.append(row.get(last)).toString();
    }
}
