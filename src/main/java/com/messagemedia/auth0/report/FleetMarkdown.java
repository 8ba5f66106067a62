package com.messagemedia.auth0.report;

import com.messagemedia.auth0.report.FleetPlan.Member;
import com.messagemedia.auth0.report.FleetPlan.Shared;
import com.messagemedia.auth0.report.FleetPlan.State;
import com.messagemedia.auth0.report.PlanView.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the plans of several environments as Markdown, for one comment on a pull request: a table, what failed, then each
 * distinct plan once. It has fewer than {@value PlanMarkdown#LIMIT} characters. If something does not fit, it says how much is
 * left out and which file holds it.
 */
public final class FleetMarkdown {

    private static final int TABLE = 26_000;
    private static final int FAILURES = 34_000;
    private static final int PLANS = PlanMarkdown.LIMIT - 1_500;

    /** A plan with less room than this says too little. */
    private static final int LEAST = 5_000;

    /** How many rows are shown without a click. */
    private static final int SHORT_TABLE = 40;

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SENTENCE = 1_500;

    private final FleetPlan fleet;
    private final String page;
    private final String command;
    private final BoundedText text = new BoundedText();

    /**
     * Prepares the Markdown.
     *
     * @param page the name of the file that shows all of it, such as {@code plan.html}
     * @param command the command that applies these plans
     */
    public FleetMarkdown(FleetPlan fleet, String page, String command) {
        this.fleet = fleet;
        this.page = page;
        this.command = command;
    }

    /** Returns the Markdown. */
    public String text() {
        text.add("## " + icon() + " SMS login, " + fleet.size() + ": " + fleet.counts());
        stops();
        table();
        failures();
        plans();
        if (fleet.verdict() == Verdict.APPLICABLE) {
            text.add("", "This applies exactly these plans: " + MarkdownText.code(BoundedText.shortened(command, 500)));
        }
        return text.text();
    }

    private String icon() {
        return switch (fleet.verdict()) {
            case NOTHING_TO_DO -> "✅";
            case APPLICABLE -> "📝";
            case STOPPED -> "⛔";
        };
    }

    private void stops() {
        if (fleet.verdict() == Verdict.STOPPED) {
            text.add("", "> [!CAUTION]", "> **Not all of these plans can be applied.**");
            stop("Failed", State.FAILED);
            stop("In conflict or refused", State.STOPPED);
        }
    }

    private void stop(String words, State state) {
        List<Member> members = fleet.in(state);
        if (!members.isEmpty()) {
            text.add("> - " + words + ": " + names(members) + ".");
        }
    }

    private void table() {
        List<String> rows = fleet.members().stream().map(FleetMarkdown::row).toList();
        boolean folded = rows.size() > SHORT_TABLE;
        text.add("");
        if (folded) {
            text.add("<details>", "<summary>The table of all " + fleet.size() + "</summary>", "");
        }
        text.add(
                "| Environment | Tenant | Add | Change | Remove | Conflict | Outcome |",
                "|---|---|---:|---:|---:|---:|---|");
        int left = text.addUpTo(TABLE, rows);
        if (left > 0) {
            text.add("");
        }
        leftOut(left, "more environment", "more environments");
        if (folded) {
            text.add("", "</details>");
        }
    }

    private static String row(Member member) {
        List<Long> counts = member.counts();
        String numbers = counts.isEmpty()
                ? " | | | "
                : counts.stream()
                        .map(count -> count == 0 ? "" : count.toString())
                        .collect(Collectors.joining(" | "));
        return "| " + name(member.environment()) + " | " + name(member.tenant()) + " | " + numbers + " | "
                + icon(member.state()) + " " + member.stateInWords() + " |";
    }

    private static String icon(State state) {
        return switch (state) {
            case FAILED, STOPPED -> "⛔";
            case CHANGES -> "📝";
            case NOTHING_TO_DO -> "✅";
        };
    }

    private void failures() {
        List<String> items = new ArrayList<>();
        fleet.failures()
                .forEach((reason, members) -> items.add("- **" + names(members) + ":** "
                        + MarkdownText.sentence(BoundedText.shortened(String.join(" ", reason), LONGEST_SENTENCE))));
        if (!items.isEmpty()) {
            text.add("", "### What failed");
            int left = text.addUpTo(FAILURES, items);
            if (left > 0) {
                text.add("");
            }
            leftOut(left, "more reason", "more reasons");
        }
    }

    /** Gives each plan its share of the room that is left, so that a long one leaves room for the next. */
    private void plans() {
        List<Shared> plans = fleet.distinct().stream().filter(Shared::isTold).toList();
        int left = plans.size();
        for (Shared plan : plans) {
            int room = PLANS - text.text().length();
            String written = plan(plan, Math.max(LEAST, room / left));
            if (written.length() > room) {
                break;
            }
            text.add(written.stripTrailing());
            left--;
        }
        if (left > 0) {
            text.add("");
        }
        leftOut(left, "more plan", "more plans");
    }

    private String plan(Shared shared, int room) {
        PlanView plan = shared.plan();
        BoundedText part = new BoundedText();
        part.add("", "### " + names(shared.members()) + ": " + plan.counts(), "");
        part.add("**" + MarkdownText.sentence(plan.summary()) + "**");
        if (shared.isOfOne()) {
            String connection =
                    new Sentence(plan.target().connection()).capital().text();
            part.add("", name(connection) + ".");
        }
        plan.record().ifPresent(sentence -> part.add("", MarkdownText.sentence(sentence)));
        new PlanMarkdownBody(plan, page, part, room).write();
        return part.text();
    }

    private void leftOut(int count, String one, String many) {
        if (count > 0) {
            text.add("*" + count + " " + (count == 1 ? one + " is" : many + " are")
                    + " left out here, because a comment has a limited length. " + MarkdownText.code(page)
                    + (count == 1 ? " holds it.*" : " holds them.*"));
        }
    }

    private static String names(List<Member> members) {
        return MarkdownText.sentence(BoundedText.shortened(FleetPlan.names(members), 5 * LONGEST_NAME));
    }

    private static String name(String text) {
        return MarkdownText.sentence(BoundedText.shortened(text, LONGEST_NAME));
    }
}
