package com.messagemedia.auth0.report;

import com.messagemedia.auth0.report.PlanView.Verdict;

/** Writes a plan as one HTML file. */
public final class PlanPage {

    private final PlanView plan;
    private final String file;
    private final HtmlPage page = new HtmlPage(new StringBuilder());

    /**
     * Prepares the page.
     *
     * @param file the name of the saved plan, such as {@code plan.json}
     */
    public PlanPage(PlanView plan, String file) {
        this.plan = plan;
        this.file = file;
    }

    /** Returns the page. */
    public String text() {
        page.head(plan.counts() + ": SMS login of " + plan.target().tenantInWords(), "Skip to the plan");
        header();
        page.line("<main id=\"content\">");
        new PlanPageBody(plan, page, "", "h2").write();
        page.line("</main>");
        boolean applicable = plan.verdict() == Verdict.APPLICABLE;
        page.foot(applicable ? "mvn messagemedia:apply -Dmessagemedia.planFile=" + file : "", "this plan");
        return page.html().toString();
    }

    private void header() {
        PlanView.Target target = plan.target();
        page.line("<header id=\"plan\" class=\"" + word() + "\">");
        page.line("<p class=\"subject\">Plan of the SMS login</p>");
        page.line("<h1>" + HtmlText.escape(target.tenantInWords()) + "</h1>");
        page.line("<p id=\"verdict\"><span aria-hidden=\"true\">" + icon() + "</span> " + HtmlText.escape(verdict())
                + "</p>");
        page.line("<p id=\"summary\">" + HtmlText.escape(plan.summary()) + "</p>");
        page.line("<p id=\"connection\">"
                + HtmlText.escape(new Sentence(target.connection()).capital().text()) + "</p>");
        plan.record().ifPresent(sentence -> page.line("<p id=\"record\">" + HtmlText.escape(sentence) + "</p>"));
        page.line("</header>");
    }

    private String word() {
        return switch (plan.verdict()) {
            case NOTHING_TO_DO -> "nothing-to-do";
            case APPLICABLE -> "applicable";
            case STOPPED -> "stopped";
        };
    }

    private String icon() {
        return switch (plan.verdict()) {
            case NOTHING_TO_DO -> "✓";
            case APPLICABLE -> "✎";
            case STOPPED -> "✖";
        };
    }

    private String verdict() {
        return switch (plan.verdict()) {
            case NOTHING_TO_DO -> "Nothing to do";
            case APPLICABLE -> "Can be applied: " + plan.counts();
            case STOPPED -> "Cannot be applied: " + plan.counts();
        };
    }
}
