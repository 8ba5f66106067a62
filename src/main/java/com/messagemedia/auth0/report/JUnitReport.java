package com.messagemedia.auth0.report;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Text;
import com.messagemedia.auth0.model.Value.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The runs of one build as JUnit XML, which every build server shows: one suite for each goal, one test case for each
 * environment. A run that failed is a failure, a fault of the plugin is an error, an environment that was left out is skipped.
 * The form is the common one of Ant, Jenkins and GitLab. It has no times, so that the same runs give the same file.
 *
 * @param runs the runs as {@code report.json} holds them, in order, without secrets
 */
public record JUnitReport(List<Tree> runs) {

    private static final String DEFAULT_EXECUTION = "default-cli";

    public JUnitReport {
        runs = List.copyOf(runs);
    }

    /** Returns the XML. */
    public String text() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<testsuites name=\"messagemedia\"").append(counts(runs)).append(">\n");
        for (Map.Entry<String, List<Tree>> suite : suites().entrySet()) {
            suite(xml, suite.getKey(), suite.getValue());
        }
        return xml.append("</testsuites>\n").toString();
    }

    /** The runs of each goal: those of one execution belong together. */
    private Map<String, List<Tree>> suites() {
        Map<String, List<Tree>> suites = new LinkedHashMap<>();
        for (Tree run : runs) {
            String name = suite(run);
            suites.putIfAbsent(name, new ArrayList<>());
            suites.get(name).add(run);
        }
        return suites;
    }

    private static String suite(Tree run) {
        String execution = text(run, "execution").orElse(DEFAULT_EXECUTION);
        return "messagemedia:" + text(run, "goal").orElse("")
                + (execution.equals(DEFAULT_EXECUTION) ? "" : " (" + execution + ")");
    }

    private static void suite(StringBuilder xml, String name, List<Tree> runs) {
        xml.append("  <testsuite")
                .append(attribute("name", name))
                .append(counts(runs))
                .append(">\n");
        for (Tree run : runs) {
            testCase(xml, run);
        }
        xml.append("  </testsuite>\n");
    }

    private static String counts(List<Tree> runs) {
        return " tests=\"" + runs.size() + "\" failures=\"" + count(runs, Kind.FAILURE) + "\" errors=\""
                + count(runs, Kind.ERROR) + "\" skipped=\"" + count(runs, Kind.SKIPPED) + "\" time=\"0\"";
    }

    private static long count(List<Tree> runs, Kind kind) {
        long count = 0;
        for (Tree run : runs) {
            if (kind(run) == kind) {
                count++;
            }
        }
        return count;
    }

    private static void testCase(StringBuilder xml, Tree run) {
        xml.append("    <testcase")
                .append(attribute(
                        "classname", "messagemedia." + text(run, "goal").orElse("")))
                .append(attribute("name", name(run)))
                .append(" time=\"0\">\n");
        switch (kind(run)) {
            case PASSED ->
                xml.append("      <system-out>")
                        .append(escaped(text(run, "message").orElse("")))
                        .append("</system-out>\n");
            case SKIPPED ->
                xml.append("      <skipped")
                        .append(attribute(
                                "message", text(run, RunReport.LEFT_OUT).orElse("")))
                        .append("/>\n");
            case FAILURE -> problem(xml, "failure", run);
            case ERROR -> problem(xml, "error", run);
        }
        xml.append("    </testcase>\n");
    }

    /** The environment, or where the descriptor has none the tenant, or where a fault came before it the descriptor. */
    private static String name(Tree run) {
        for (String key : List.of("environment", "tenant", "descriptor")) {
            String text = text(run, key).orElse("");
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    private enum Kind {
        PASSED,
        FAILURE,
        ERROR,
        SKIPPED
    }

    private static Kind kind(Tree run) {
        if (run.members().containsKey(RunReport.LEFT_OUT)) {
            return Kind.SKIPPED;
        }
        if (!run.members().containsKey(RunReport.PROBLEM)) {
            return Kind.PASSED;
        }
        // Nobody but the plugin's developers can do something about a fault of the plugin, so it has no remedy.
        return run.members().containsKey(RunReport.REMEDY) ? Kind.FAILURE : Kind.ERROR;
    }

    private static void problem(StringBuilder xml, String element, Tree run) {
        String problem = text(run, RunReport.PROBLEM).orElse("");
        xml.append("      <")
                .append(element)
                .append(attribute("message", problem.lines().collect(Collectors.joining(" "))))
                .append(attribute("type", text(run, "outcome").orElse("")))
                .append('>')
                .append(lines(run)
                        .flatMap(String::lines)
                        .map(JUnitReport::escaped)
                        .collect(Collectors.joining("\n")))
                .append("</")
                .append(element)
                .append(">\n");
    }

    private static Stream<String> lines(Tree run) {
        Stream<String> said =
                Stream.of(RunReport.PROBLEM, RunReport.REMEDY, "message").flatMap(key -> text(run, key).stream());
        return Stream.concat(said, diagnostics(run));
    }

    private static Stream<String> diagnostics(Tree run) {
        return run.members().get("diagnostics") instanceof Array items
                ? items.items().stream().filter(Tree.class::isInstance).map(item -> diagnostic((Tree) item))
                : Stream.empty();
    }

    private static String diagnostic(Tree item) {
        String line = item.members().get("line") instanceof Value.Numeral number ? number.literal() : "";
        return text(item, "file").orElse("") + ":" + line + ": "
                + Stream.of("field", "problem", "remedy")
                        .flatMap(key -> text(item, key).stream())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" "));
    }

    private static Optional<String> text(Tree tree, String key) {
        return tree.members().get(key) instanceof Text text ? Optional.of(text.text()) : Optional.empty();
    }

    private static String attribute(String name, String text) {
        return " " + name + "=\"" + escaped(text) + "\"";
    }

    /** XML has no way to write most control characters, so they are shown by their codes. */
    private static String escaped(String text) {
        return HtmlText.escape(Printable.text(text));
    }
}
