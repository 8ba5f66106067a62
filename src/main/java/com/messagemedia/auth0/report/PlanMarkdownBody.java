package com.messagemedia.auth0.report;

import com.messagemedia.auth0.report.PlanRow.Kind;
import com.messagemedia.auth0.report.PlanView.Notice;
import com.messagemedia.auth0.report.PlanView.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes what a plan says as Markdown, below its heading. If something does not fit, it says how much is left out and which file
 * holds it.
 */
final class PlanMarkdownBody {

    /** Where the parts of the text end at the latest, in percent, so that a long one leaves room for the next. */
    private static final int STOPS = 20;

    private static final int NOTICES = 33;
    private static final int ROWS = 73;
    private static final int LINES = 93;
    private static final int KEPT = 98;

    /** More characters than a sentence about what is left out has. */
    private static final int SENTENCE = 500;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SENTENCE = 1_500;

    /** How many names a sentence lists. */
    private static final int FEW = 5;

    /** How many changed lines are shown without a click. */
    private static final int SHORT_DIFF = 40;

    private final PlanView plan;
    private final String file;
    private final BoundedText text;
    private final int room;

    /**
     * Prepares the Markdown.
     *
     * @param file the name of the file that holds all of it
     * @param text what stands above; the parts are written below it
     * @param room about how many characters the whole text may have
     */
    PlanMarkdownBody(PlanView plan, String file, BoundedText text, int room) {
        this.plan = plan;
        this.file = file;
        this.text = text;
        this.room = room;
    }

    /** Writes the parts. */
    void write() {
        stops();
        notices("WARNING", plan.notices().stream().filter(Notice::isWarning));
        notices("NOTE", plan.notices().stream().filter(notice -> !notice.isWarning()));
        rows();
        differences();
        kept();
    }

    private int upTo(int percent) {
        return room / 100 * percent;
    }

    private void stops() {
        if (plan.verdict() != Verdict.STOPPED) {
            return;
        }
        text.add("", "> [!CAUTION]", "> **Nothing can be applied yet.**" + inConflict());
        List<String> items = new ArrayList<>();
        plan.refusals().forEach(refusal -> items.add("Refused: " + refusal));
        if (!plan.remedies().choices().isEmpty()) {
            text.add("> " + PlanRemedies.CHOOSE);
            items.addAll(plan.remedies().choices());
        }
        if (plan.remedies().isRefused()) {
            items.add(PlanRemedies.REPLACING);
        }
        text.add(">");
        int left = text.addUpTo(
                upTo(STOPS), items.stream().map(PlanMarkdownBody::item).toList());
        leftOut("> ", left, "more way or reason", "more ways and reasons");
    }

    private String inConflict() {
        List<String> paths = plan.inConflict();
        String names = paths.stream()
                .limit(FEW)
                .map(path -> MarkdownText.code(shortName(path)))
                .collect(Collectors.joining(", "));
        String more = paths.size() > FEW ? " and " + (paths.size() - FEW) + " more" : "";
        return paths.isEmpty() ? "" : " In conflict: " + names + more + ".";
    }

    private void notices(String kind, Stream<Notice> notices) {
        List<String> items = notices.map(
                        notice -> item(new Sentence(notice.text()).capital().text()))
                .toList();
        if (!items.isEmpty()) {
            text.add("", "> [!" + kind + "]");
            leftOut("> ", text.addUpTo(upTo(NOTICES), items), "more sentence", "more sentences");
        }
    }

    private static String item(String sentence) {
        return "> - " + MarkdownText.sentence(BoundedText.shortened(sentence, LONGEST_SENTENCE));
    }

    private void rows() {
        List<String> rows = new ArrayList<>(
                plan.rowsStopsFirst().stream().map(PlanMarkdownBody::row).toList());
        plan.clients()
                .forEach(
                        client -> rows.add("| ➕ enable | client " + MarkdownText.code(shortName(client)) + " | | | |"));
        if (!rows.isEmpty()) {
            text.add("", "| Change | Option | Auth0 holds | The descriptor says | Why |", "|---|---|---|---|---|");
            int left = text.addUpTo(upTo(ROWS), rows);
            if (left > 0) {
                text.add("");
            }
            leftOut("", left, "more row", "more rows");
        }
    }

    private static String row(PlanRow row) {
        String why = Stream.of(row.reason(), row.source())
                .filter(part -> !part.isEmpty())
                .map(part -> MarkdownText.sentence(BoundedText.shortened(part, LONGEST_SENTENCE)))
                .collect(Collectors.joining("; "));
        String desired = row.kind() == Kind.CHANGE && row.lines().isPresent()
                ? row.lines().get().summary()
                : side(row, row.desired());
        return "| " + icon(row.kind()) + " " + row.kind().word() + " | "
                + MarkdownText.code(shortName(row.path())) + " | "
                + side(row, row.live()) + " | " + desired + " | " + why + " |";
    }

    private static String side(PlanRow row, Optional<String> value) {
        boolean isSaid = row.kind() == Kind.CONFLICT || row.kind() == Kind.KEEP;
        return value.map(MarkdownText::code).orElse(isSaid ? PlanRow.ABSENT : "");
    }

    private static String icon(Kind kind) {
        return switch (kind) {
            case CONFLICT, REFUSED -> "⛔";
            case ADD -> "➕";
            case CHANGE -> "✏️";
            case REMOVE -> "➖";
            case KEEP -> "⏸️";
        };
    }

    /** Shows the lines of each long text that differ; all lines of a text that is new or leaves. */
    private void differences() {
        int leftOut = 0;
        for (PlanRow row : plan.rows()) {
            if (row.hasLines()) {
                leftOut += difference(row, row.lines().orElseThrow()) ? 0 : 1;
            }
        }
        if (leftOut > 0) {
            text.add("");
            leftOut("", leftOut, "more text", "more texts");
        }
    }

    /** Shows the lines of one long text; returns false if there is no room for them. */
    private boolean difference(PlanRow row, LineDiff difference) {
        List<String> lines = difference.lines();
        String fence = MarkdownText.fence(lines);
        String open = row.compares() && lines.size() <= SHORT_DIFF ? " open" : "";
        String head = "\n<details" + open + ">\n<summary>" + HtmlText.code(shortName(row.path())) + ": "
                + difference.summary() + "</summary>\n\n" + fence + "diff";
        if (text.addUpTo(upTo(LINES) - 2 * (fence.length() + SENTENCE), List.of(head)) > 0) {
            return false;
        }
        int left = text.addUpTo(upTo(LINES) - fence.length() - SENTENCE, lines);
        text.add(fence, "");
        leftOut("", left, "more line", "more lines");
        text.add("</details>");
        return true;
    }

    private void kept() {
        PlanView.Kept kept = plan.kept();
        if (kept.count() == 0 || plan.verdict() == Verdict.NOTHING_TO_DO) {
            return;
        }
        String unmanaged =
                kept.unmanaged().isEmpty() ? "" : ", " + kept.unmanaged().size() + " of them unmanaged";
        text.add(
                "",
                "<details>",
                "<summary>" + kept.count() + (kept.count() == 1 ? " option stays" : " options stay") + " as "
                        + (kept.count() == 1 ? "it is" : "they are") + unmanaged + "</summary>",
                "");
        List<String> items = new ArrayList<>();
        kept.managed()
                .forEach(path -> items.add("- " + MarkdownText.code(shortName(path)) + ", as the descriptor says"));
        kept.unmanaged().forEach(path -> items.add("- " + MarkdownText.code(shortName(path)) + ", unmanaged"));
        int left = text.addUpTo(upTo(KEPT), items);
        if (left > 0) {
            text.add("");
        }
        leftOut("", left, "more option", "more options");
        text.add("", "</details>");
    }

    private void leftOut(String prefix, int count, String one, String many) {
        if (count > 0) {
            text.add(prefix + "*" + count + " " + (count == 1 ? one + " is" : many + " are")
                    + " left out here, because a comment has a limited length. " + MarkdownText.code(shortName(file))
                    + (count == 1 ? " holds it.*" : " holds them.*"));
        }
    }

    private static String shortName(String text) {
        return BoundedText.shortened(text, LONGEST_NAME);
    }
}
