package com.messagemedia.auth0.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * An HTML file about plans. It has no script and loads nothing; its content policy allows only its own style sheet. A reader can
 * use it by keyboard, with a screen reader, on a phone and on paper.
 *
 * @param html the page so far
 */
record HtmlPage(StringBuilder html) {

    private static final String STYLE = "plan.css";

    /**
     * Begins the page, up to its body.
     *
     * @param title the title, as text
     * @param skip the words of the first link, which leads to the content
     */
    void head(String title, String skip) {
        String style = style();
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
        line("<a class=\"skip\" href=\"#content\">" + skip + "</a>");
    }

    /**
     * Ends the page.
     *
     * @param command the command that applies what the page shows; empty if there is none
     * @param what what it applies, in words
     */
    void foot(String command, String what) {
        line("<footer>");
        if (!command.isEmpty()) {
            line("<p>This applies exactly " + what + ": " + HtmlText.code(command) + "</p>");
        }
        line("<p>The values of secrets are not in this file.</p>");
        line("</footer>");
        html.append("</body>\n</html>\n");
    }

    /** Writes a list of sentences; none if there are none. */
    void list(List<String> sentences) {
        if (!sentences.isEmpty()) {
            line("<ul>");
            sentences.forEach(sentence -> line("<li>" + HtmlText.sentence(sentence) + "</li>"));
            line("</ul>");
        }
    }

    /** Writes a line of HTML. */
    void line(String line) {
        html.append(line).append('\n');
    }

    private static String style() {
        try (InputStream resource = Objects.requireNonNull(HtmlPage.class.getResourceAsStream(STYLE), STYLE)) {
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
