package com.messagemedia.auth0.report;

import com.messagemedia.auth0.report.PlanRow.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the changes of a plan into its page: the table, and below it the lines of long texts.
 *
 * @param body the page and the plan
 */
record PlanPageRows(PlanPageBody body) {

    private static final String LIVE = "Auth0 holds";
    private static final String DESIRED = "The descriptor says";
    private static final String WHY = "Why";

    /** How many lines are shown without a click. */
    private static final int SHORT = 60;

    /** Writes the sections. A plan without changes has none. */
    void write() {
        PlanView plan = body.plan();
        List<PlanRow> rows = plan.rowsStopsFirst();
        if (rows.isEmpty() && plan.clients().isEmpty()) {
            return;
        }
        body.section("changes", "Changes");
        // Some browsers forget what a table is when a style sheet shows its rows as blocks; the roles say it again.
        line("<table role=\"table\">");
        line("<caption>What differs between Auth0 and the descriptor"
                + (plan.inConflict().isEmpty() ? "" : ", conflicts first") + ".</caption>");
        line("<thead role=\"rowgroup\"><tr role=\"row\">" + heading("Change") + heading("Option") + heading(LIVE)
                + heading(DESIRED) + heading(WHY) + "</tr></thead>");
        line("<tbody role=\"rowgroup\">");
        rows.forEach(this::row);
        plan.clients().forEach(this::client);
        line("</tbody>");
        line("</table>");
        line("</section>");
        differences(rows.stream().filter(PlanRow::hasLines).toList());
    }

    private void row(PlanRow row) {
        String why = Stream.of(row.reason(), row.source())
                .filter(part -> !part.isEmpty())
                .map(HtmlText::sentence)
                .collect(Collectors.joining("<br>"));
        String kind = row.kind().word();
        line("<tr role=\"row\" class=\"" + kind + "\">" + badge(kind, row.kind().sign())
                + option(HtmlText.path(row.path())) + cell(LIVE, side(row, row.live())) + cell(DESIRED, desired(row))
                + cell(WHY, why) + "</tr>");
    }

    private String desired(PlanRow row) {
        String link = row.hasLines()
                ? " <a href=\"#" + id(row) + "\" aria-label=\"the lines of " + HtmlText.escape(row.path())
                        + "\">the lines</a>"
                : "";
        return row.lines()
                        .filter(lines -> row.kind() == Kind.CHANGE)
                        .map(lines -> HtmlText.escape(lines.summary()))
                        .orElseGet(() -> side(row, row.desired()))
                + link;
    }

    private static String side(PlanRow row, Optional<String> value) {
        return value.map(HtmlText::code).orElse(row.kind() == Kind.REFUSED ? "" : PlanRow.ABSENT);
    }

    private void client(String client) {
        line("<tr role=\"row\" class=\"add\">" + badge("enable", "+") + option("client " + HtmlText.code(client))
                + cell(LIVE, "") + cell(DESIRED, "") + cell(WHY, "") + "</tr>");
    }

    private static String badge(String word, String sign) {
        return cell(
                "Change", "<span class=\"badge\"><span aria-hidden=\"true\">" + sign + "</span> " + word + "</span>");
    }

    private static String option(String html) {
        return "<th role=\"rowheader\" scope=\"row\" data-label=\"Option\">" + html + "</th>";
    }

    private static String heading(String text) {
        return "<th role=\"columnheader\" scope=\"col\">" + text + "</th>";
    }

    private static String cell(String label, String html) {
        return "<td role=\"cell\" data-label=\"" + label + "\">" + html + "</td>";
    }

    private String id(PlanRow row) {
        return body.prefix() + "lines-" + (body.plan().rows().indexOf(row) + 1);
    }

    private void differences(List<PlanRow> rows) {
        if (!rows.isEmpty()) {
            body.section("lines", "Changed lines");
            line("<p>A line with <code>-</code> is what Auth0 holds, a line with <code>+</code> is what the descriptor"
                    + " says.</p>");
            rows.forEach(row -> difference(row, row.lines().orElseThrow()));
            line("</section>");
        }
    }

    private void difference(PlanRow row, LineDiff difference) {
        String open = row.compares() && difference.lines().size() <= SHORT ? " open" : "";
        line("<details class=\"lines\" id=\"" + id(row) + "\"" + open + ">");
        line("<summary>" + HtmlText.code(row.path()) + ": " + HtmlText.escape(difference.summary()) + "</summary>");
        StringBuilder html = body.page().html();
        html.append("<pre tabindex=\"0\" role=\"group\" aria-label=\"Changed lines of " + HtmlText.escape(row.path())
                + "\"><code>");
        difference
                .lines()
                .forEach(line -> html.append("<span class=\"" + kind(line) + "\">")
                        .append(HtmlText.escape(line))
                        .append("\n</span>"));
        line("</code></pre>");
        line("</details>");
    }

    private static String kind(String line) {
        return switch (line.charAt(0)) {
            case '+' -> "added";
            case '-' -> "removed";
            case '@' -> "place";
            default -> "same";
        };
    }

    private void line(String line) {
        body.page().line(line);
    }
}
