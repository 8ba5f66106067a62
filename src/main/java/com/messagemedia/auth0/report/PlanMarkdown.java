package com.messagemedia.auth0.report;

import com.messagemedia.auth0.report.PlanView.Verdict;

/**
 * Writes a plan as Markdown, for a comment on a pull request. It has fewer than {@value #LIMIT} characters. If something does not
 * fit, it says how much is left out and which file holds it.
 */
public final class PlanMarkdown {

    /** The most characters. A comment on GitHub has at most 65,536 (its API refuses a longer body); a pipeline adds its own. */
    static final int LIMIT = 60_000;

    private static final int LONGEST_NAME = 200;
    private final PlanView plan;
    private final String file;
    private final BoundedText text = new BoundedText();

    /**
     * Prepares the Markdown.
     *
     * @param file the name of the saved plan, such as {@code plan.json}
     */
    public PlanMarkdown(PlanView plan, String file) {
        this.plan = plan;
        this.file = file;
    }

    /** Returns the Markdown. */
    public String text() {
        PlanView.Target target = plan.target();
        text.add(
                "## " + icon() + " SMS login, " + name(target.tenantInWords()) + ": " + plan.counts(),
                "",
                "**" + MarkdownText.sentence(plan.summary()) + "**",
                "",
                new Sentence(name(target.connection())).capital().text() + ".");
        plan.record().ifPresent(sentence -> text.add("", MarkdownText.sentence(sentence)));
        new PlanMarkdownBody(plan, file, text, LIMIT).write();
        if (plan.verdict() == Verdict.APPLICABLE) {
            text.add(
                    "",
                    "This applies exactly this plan: "
                            + MarkdownText.code("mvn messagemedia:apply -Dmessagemedia.planFile=" + shortName(file)));
        }
        return text.text();
    }

    private String icon() {
        return switch (plan.verdict()) {
            case NOTHING_TO_DO -> "✅";
            case APPLICABLE -> "📝";
            case STOPPED -> "⛔";
        };
    }

    private static String name(String text) {
        return MarkdownText.sentence(BoundedText.shortened(text, LONGEST_NAME));
    }

    private static String shortName(String text) {
        return BoundedText.shortened(text, LONGEST_NAME);
    }
}
