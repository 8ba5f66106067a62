package com.messagemedia.auth0.report;

import com.messagemedia.auth0.report.PlanView.Notice;
import com.messagemedia.auth0.report.PlanView.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a plan as one HTML file. It has no script and loads nothing; its content policy allows only its own style sheet. A
 * reader can use it by keyboard, with a screen reader, on a phone and on paper.
 */
public final class PlanPage {

    private static final String STYLE = "plan.css";

    private final PlanView plan;
    private final String file;
    private final StringBuilder html = new StringBuilder();

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
        head(style());
        header();
        html.append("<main id=\"content\">\n");
        stops();
        notices();
        new PlanPageRows(plan, html).write();
        kept();
        html.append("</main>\n");
        footer();
        html.append("</body>\n</html>\n");
        return html.toString();
    }

    private void head(String style) {
        String title = plan.counts() + ": SMS login of " + plan.target().tenantInWords();
        line("<!doctype html>");
        line("<html lang=\"en\">");
        line("<head>");
        line("<meta charset=\"utf-8\">");
        line("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-"
                + digest(style) + "'; base-uri 'none'; form-action 'none'\">");
        line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        line("<meta name=\"color-scheme\" content=\"light dark\">");
        line("<meta name=\"referrer\" content=\"no-referrer\">");
        line("<title>" + HtmlText.escape(title) + "</title>");
        line("<style>" + style + "</style>");
        line("</head>");
        line("<body>");
        line("<a class=\"skip\" href=\"#content\">Skip to the plan</a>");
    }

    private void header() {
        PlanView.Target target = plan.target();
        line("<header id=\"plan\" class=\"" + word() + "\">");
        line("<p class=\"subject\">Plan of the SMS login</p>");
        line("<h1>" + HtmlText.escape(target.tenantInWords()) + "</h1>");
        line("<p id=\"verdict\"><span aria-hidden=\"true\">" + icon() + "</span> " + HtmlText.escape(verdict())
                + "</p>");
        line("<p id=\"summary\">" + HtmlText.escape(plan.summary()) + "</p>");
        line("<p id=\"connection\">"
                + HtmlText.escape(new Sentence(target.connection()).capital().text()) + "</p>");
        plan.record().ifPresent(sentence -> line("<p id=\"record\">" + HtmlText.escape(sentence) + "</p>"));
        line("</header>");
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
            line("<p>In conflict: "
                    + plan.inConflict().stream().map(HtmlText::code).collect(Collectors.joining(", ")) + ".</p>");
        }
        if (!plan.remedies().choices().isEmpty()) {
            line("<p>" + PlanRemedies.CHOOSE + "</p>");
            list(plan.remedies().choices());
        }
        list(refusals);
        line("</section>");
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
            list(texts);
            line("</section>");
        }
    }

    private void kept() {
        PlanView.Kept kept = plan.kept();
        section("kept", "Stays as it is");
        line("<p>" + kept.count() + (kept.count() == 1 ? " option." : " options.") + "</p>");
        names("kept-managed", "As the descriptor says", kept.managed());
        names("kept-unmanaged", "Unmanaged: not in the descriptor", kept.unmanaged());
        line("</section>");
    }

    private void names(String id, String summary, List<String> names) {
        if (!names.isEmpty()) {
            line("<details id=\"" + id + "\">");
            line("<summary>" + summary + " (" + names.size() + ")</summary>");
            line("<ul>");
            names.forEach(name -> line("<li>" + HtmlText.code(name) + "</li>"));
            line("</ul>");
            line("</details>");
        }
    }

    private void footer() {
        line("<footer>");
        if (plan.verdict() == Verdict.APPLICABLE) {
            line("<p>This applies exactly this plan: "
                    + HtmlText.code("mvn messagemedia:apply -Dmessagemedia.planFile=" + file) + "</p>");
        }
        line("<p>The values of secrets are not in this file.</p>");
        line("</footer>");
    }

    private void section(String id, String heading) {
        line("<section id=\"" + id + "\" aria-labelledby=\"" + id + "-heading\">");
        line("<h2 id=\"" + id + "-heading\">" + heading + "</h2>");
    }

    private void list(List<String> sentences) {
        if (!sentences.isEmpty()) {
            line("<ul>");
            sentences.forEach(sentence -> line("<li>" + HtmlText.sentence(sentence) + "</li>"));
            line("</ul>");
        }
    }

    private void line(String line) {
        html.append(line).append('\n');
    }

    private static String style() {
        try (InputStream resource = Objects.requireNonNull(PlanPage.class.getResourceAsStream(STYLE), STYLE)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
