package com.messagemedia.auth0.report;

import com.messagemedia.auth0.report.FleetPlan.Member;
import com.messagemedia.auth0.report.FleetPlan.Shared;
import com.messagemedia.auth0.report.FleetPlan.State;
import com.messagemedia.auth0.report.PlanView.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the plans of several environments as one HTML file: a table, what failed, then each distinct plan once. */
public final class FleetPage {

    private static final List<String> COUNTED = List.of("Add", "Change", "Remove", "Conflict");

    private final FleetPlan fleet;
    private final String command;
    private final List<Shared> plans;
    private final HtmlPage page = new HtmlPage(new StringBuilder());

    /**
     * Prepares the page.
     *
     * @param command the command that applies these plans
     */
    public FleetPage(FleetPlan fleet, String command) {
        this.fleet = fleet;
        this.command = command;
        this.plans = fleet.distinct().stream().filter(Shared::isTold).toList();
    }

    /** Returns the page. */
    public String text() {
        page.head(fleet.counts() + ": SMS login of " + fleet.size(), "Skip to the environments");
        header();
        page.line("<main id=\"content\">");
        failures();
        table();
        for (int number = 1; number <= plans.size(); number++) {
            plan(number, plans.get(number - 1));
        }
        page.line("</main>");
        page.foot(fleet.verdict() == Verdict.APPLICABLE ? command : "", "these plans");
        return page.html().toString();
    }

    private void header() {
        page.line("<header id=\"plan\" class=\"" + word() + "\">");
        page.line("<p class=\"subject\">Plan of the SMS login</p>");
        page.line("<h1>" + fleet.size() + "</h1>");
        page.line("<p id=\"verdict\"><span aria-hidden=\"true\">" + icon() + "</span> " + verdict() + "</p>");
        page.line("<p id=\"summary\">" + fleet.counts() + "; "
                + (plans.size() == 1 ? "1 distinct plan is" : plans.size() + " distinct plans are") + " below.</p>");
        page.line("</header>");
    }

    private String word() {
        return switch (fleet.verdict()) {
            case NOTHING_TO_DO -> "nothing-to-do";
            case APPLICABLE -> "applicable";
            case STOPPED -> "stopped";
        };
    }

    private String icon() {
        return switch (fleet.verdict()) {
            case NOTHING_TO_DO -> "✓";
            case APPLICABLE -> "✎";
            case STOPPED -> "✖";
        };
    }

    private String verdict() {
        return switch (fleet.verdict()) {
            case NOTHING_TO_DO -> "Nothing to do";
            case APPLICABLE -> "All of them can be applied";
            case STOPPED -> "Not all of them can be applied";
        };
    }

    private void failures() {
        if (!fleet.in(State.FAILED).isEmpty()) {
            section("failures", "stops", "What failed");
            page.line("<ul>");
            fleet.failures()
                    .forEach((reason, members) -> page.line("<li><strong>" + names(members) + ":</strong> "
                            + reason.stream().map(HtmlText::sentence).collect(Collectors.joining("<br>")) + "</li>"));
            page.line("</ul>");
            page.line("</section>");
        }
    }

    private void table() {
        Map<Member, Integer> numbers = new HashMap<>();
        for (int number = 1; number <= plans.size(); number++) {
            for (Member member : plans.get(number - 1).members()) {
                numbers.put(member, number);
            }
        }
        section("environments", "environments", "Environments");
        // Some browsers forget what a table is when a style sheet shows its rows as blocks; the roles say it again.
        page.line("<table role=\"table\">");
        page.line("<caption>How many options an apply changes. Each environment leads to its plan.</caption>");
        page.line("<thead role=\"rowgroup\"><tr role=\"row\">" + heading("Environment", "") + heading("Tenant", "")
                + COUNTED.stream()
                        .map(text -> heading(text, " class=\"number\""))
                        .collect(Collectors.joining())
                + heading("Outcome", "") + "</tr></thead>");
        page.line("<tbody role=\"rowgroup\">");
        fleet.members().forEach(member -> row(member, numbers.getOrDefault(member, 0)));
        page.line("</tbody>");
        page.line("</table>");
        page.line("</section>");
    }

    private static String heading(String text, String more) {
        return "<th role=\"columnheader\" scope=\"col\"" + more + ">" + text + "</th>";
    }

    private void row(Member member, int plan) {
        String name = HtmlText.escape(member.environment());
        StringBuilder row = new StringBuilder("<tr role=\"row\" class=\"" + style(member) + "\">")
                .append("<th role=\"rowheader\" scope=\"row\" data-label=\"Environment\">")
                .append(plan == 0 ? name : "<a href=\"#plan-" + plan + "\">" + name + "</a>")
                .append("</th>")
                .append(cell("Tenant", "", HtmlText.escape(member.tenant())));
        List<Long> counts = member.counts();
        for (int column = 0; column < COUNTED.size(); column++) {
            String count = counts.isEmpty() || counts.get(column) == 0 ? "" : String.valueOf(counts.get(column));
            row.append(cell(COUNTED.get(column), " class=\"number\"", count));
        }
        page.line(row.append(cell("Outcome", "", "<span class=\"badge\">" + member.stateInWords() + "</span>"))
                .append("</tr>")
                .toString());
    }

    private static String style(Member member) {
        return switch (member.state()) {
            case FAILED, STOPPED -> "conflict";
            case CHANGES -> "change";
            case NOTHING_TO_DO -> "add";
        };
    }

    private static String cell(String label, String more, String html) {
        return "<td role=\"cell\" data-label=\"" + label + "\"" + more + ">" + html + "</td>";
    }

    private void plan(int number, Shared shared) {
        PlanView plan = shared.plan();
        page.line("<section id=\"plan-" + number + "\" class=\"plan\">");
        page.line("<h2>Plan " + number + ": " + HtmlText.escape(plan.counts()) + "</h2>");
        page.line("<p>" + (shared.isOfOne() ? "Environment" : shared.members().size() + " environments") + ": <strong>"
                + shared.members().stream()
                        .map(Member::environment)
                        .map(HtmlText::escape)
                        .collect(Collectors.joining(", "))
                + "</strong></p>");
        page.line("<p>" + HtmlText.escape(plan.summary()) + "</p>");
        if (shared.isOfOne()) {
            String connection =
                    new Sentence(plan.target().connection()).capital().text();
            page.line("<p class=\"subject\">" + HtmlText.escape(connection) + "</p>");
        }
        plan.record().ifPresent(sentence -> page.line("<p class=\"subject\">" + HtmlText.escape(sentence) + "</p>"));
        new PlanPageBody(plan, page, "plan-" + number + "-", "h3").write();
        page.line("<p><a href=\"#environments\">Back to the environments</a></p>");
        page.line("</section>");
    }

    private void section(String id, String style, String heading) {
        page.line("<section id=\"" + id + "\" class=\"" + style + "\" aria-labelledby=\"" + id + "-heading\">");
        page.line("<h2 id=\"" + id + "-heading\">" + heading + "</h2>");
    }

    private static String names(List<Member> members) {
        return HtmlText.escape(FleetPlan.names(members));
    }
}
