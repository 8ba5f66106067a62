package com.messagemedia.auth0.report;

import com.messagemedia.auth0.model.NameList;
import com.messagemedia.auth0.report.PlanView.Notice;
import com.messagemedia.auth0.report.PlanView.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes what a plan says into a page, below its heading.
 *
 * @param page the page so far
 * @param prefix begins the ids of this plan's parts; empty if the page has no other plan
 * @param level the level of the headings, such as {@code h2}
 */
record PlanPageBody(PlanView plan, HtmlPage page, String prefix, String level) {

    /** Writes the parts. */
    void write() {
        stops();
        notices();
        new PlanPageRows(this).write();
        kept();
    }

    private void stops() {
        if (plan.verdict() != Verdict.STOPPED) {
            return;
        }
        List<String> refusals = new ArrayList<>(plan.refusals());
        if (plan.remedies().isRefused()) {
            refusals.add(PlanRemedies.REPLACING);
        }
        section("stops", "What stops this plan");
        if (!plan.inConflict().isEmpty()) {
            page.line("<p>In conflict: "
                    + NameList.of(plan.inConflict().stream().map(HtmlText::code).toList()) + ".</p>");
        }
        if (!plan.remedies().choices().isEmpty()) {
            page.line("<p>" + PlanRemedies.CHOOSE + "</p>");
            page.list(plan.remedies().choices());
        }
        page.list(refusals);
        page.line("</section>");
    }

    private void notices() {
        notices("warnings", "Warnings", plan.notices().stream().filter(Notice::isWarning));
        notices("notes", "Notes", plan.notices().stream().filter(notice -> !notice.isWarning()));
    }

    private void notices(String id, String heading, Stream<Notice> notices) {
        List<String> texts = notices.map(
                        notice -> new Sentence(notice.text()).capital().text())
                .toList();
        if (!texts.isEmpty()) {
            section(id, heading);
            page.list(texts);
            page.line("</section>");
        }
    }

    private void kept() {
        PlanView.Kept kept = plan.kept();
        if (kept.count() == 0 && !prefix.isEmpty()) {
            return;
        }
        section("kept", "Stays as it is");
        page.line("<p>" + kept.count() + (kept.count() == 1 ? " option." : " options.") + "</p>");
        names("kept-managed", "As the descriptor says", kept.managed());
        names("kept-unmanaged", "Unmanaged: not in the descriptor", kept.unmanaged());
        page.line("</section>");
    }

    private void names(String id, String summary, List<String> names) {
        if (!names.isEmpty()) {
            page.line("<details id=\"" + prefix + id + "\">");
            page.line("<summary>" + summary + " (" + names.size() + ")</summary>");
            page.line("<ul>");
            names.forEach(name -> page.line("<li>" + HtmlText.code(name) + "</li>"));
            page.line("</ul>");
            page.line("</details>");
        }
    }

    /** Begins a part. Its id is the word that its style has, too. A screen reader lists the parts if there is one plan. */
    void section(String word, String heading) {
        String id = prefix + word;
        String landmark = prefix.isEmpty() ? " aria-labelledby=\"" + id + "-heading\"" : "";
        page.line("<section id=\"" + id + "\" class=\"" + word + "\"" + landmark + ">");
        page.line("<" + level + " id=\"" + id + "-heading\">" + heading + "</" + level + ">");
    }
}
