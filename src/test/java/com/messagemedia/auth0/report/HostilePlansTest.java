package com.messagemedia.auth0.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.merge.Decision.Added;
import com.messagemedia.auth0.merge.Decision.Cause;
import com.messagemedia.auth0.merge.Decision.Changed;
import com.messagemedia.auth0.merge.Decision.Conflict;
import com.messagemedia.auth0.merge.Decision.How;
import com.messagemedia.auth0.merge.Decision.Kept;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Origin;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.Plan.Notice;
import com.messagemedia.auth0.plan.Plan.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in Auth0 and in a descriptor: the plan's files show it as text, and nothing else. */
class HostilePlansTest {

    private static final List<String> PIECES = List.of(
            "|",
            "\\|",
            "\\",
            "`",
            "```",
            "````diff",
            "<script>alert(1)</script>",
            "</code>",
            "</td></table>",
            "@octocat",
            "[a](http://evil.example)",
            "![a](http://evil.example)",
            "http://evil.example",
            "www.evil.example",
            "a@evil.example",
            "\n\n# heading\n",
            "\r",
            "\t",
            "\u202e",
            "\u2028",
            "&lt;",
            "&#64;",
            "-->",
            "<!--",
            "*b*",
            "_i_",
            "~~s~~",
            "$x$",
            "/close",
            "\n/close\n",
            "- item",
            "1. item",
            "===",
            "| a | b |\n|---|---|",
            "</details>",
            "</summary>",
            "</style>",
            "#1",
            "!1",
            ":smile:",
            "${env.X}",
            "::error::x",
            "##[error]",
            "\u0000",
            "\ud800",
            "]]>",
            "'",
            "\"",
            " ",
            "   ",
            "-Dmessagemedia.skip=true",
            "onConflict: {a: keep}",
            "<a href=x>",
            "%1",
            "~label",
            "é漢😀");

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    static Stream<Named<PlanView>> plans() {
        Random random = new Random(18);
        return Stream.concat(
                        PIECES.stream().map(HostilePlansTest::times),
                        IntStream.range(0, 300).mapToObj(any -> source(random)))
                .map(HostilePlansTest::plan)
                .map(plan -> Named.of(plan.target().tenant(), plan));
    }

    private interface Source {
        String next();
    }

    private static Source times(String piece) {
        return () -> piece;
    }

    private static Source source(Random random) {
        return () -> random.ints(1 + random.nextInt(4), 0, PIECES.size())
                .mapToObj(PIECES::get)
                .collect(Collectors.joining());
    }

    private static PlanView plan(Source any) {
        FieldPath a = FieldPath.of("a" + any.next());
        FieldPath b = FieldPath.of("b" + any.next(), any.next());
        FieldPath c = FieldPath.of("c" + any.next());
        String text = "line\n" + (any.next() + "\n").repeat(60);
        return Plans.of(
                        new Conflict(
                                a,
                                Optional.of(Value.of(any.next())),
                                Optional.of(Value.of(any.next())),
                                new Cause(Cause.Kind.CLAIMED, Optional.of(any.next()))),
                        new Added(b, Value.of(any.next()), How.OWNED),
                        new Changed(c, Value.of(text), Value.of(any.next() + "\n" + text), How.OWNED),
                        new Kept(FieldPath.of("d" + any.next()), Value.of("x"), false))
                .at(new Target("t" + any.next(), any.next(), any.next(), Optional.of(any.next())))
                .origins(Map.of(a, new Origin(any.next(), 1, 1), b, new Origin("f.yaml", 2, 1)))
                .sources(Map.of(b, List.of(any.next())))
                .clients(any.next())
                .notices(new Notice.UnreadableRecord(any.next()))
                .view();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void markdownHasTheSameShapeWhateverItShows(PlanView plan) {
        String markdown = new PlanMarkdown(plan, "plan.json").text();
        List<Node> nodes = nodes(PARSER.parse(markdown));
        assertThat(of(nodes, Heading.class)).hasSize(1);
        assertThat(of(nodes, TableRow.class)).hasSize(5);
        assertThat(of(nodes, BulletList.class)).hasSize(3);
        assertThat(of(nodes, HtmlInline.class).stream()
                        .map(HtmlInline::getLiteral)
                        .distinct())
                .isSubsetOf("<code>", "</code>", "<!-- -->");
        assertThat(of(nodes, HtmlBlock.class))
                .hasSize(4)
                .allMatch(block -> block.getLiteral()
                        .matches(
                                "<details( open)?>\n<summary>[^<>]*(<code>[^<>]*</code>)?[^<>]*</summary>|</details>"));
        assertThat(nodes.stream().map(node -> node.getClass().getSimpleName()).distinct())
                .isSubsetOf(
                        "Document",
                        "Heading",
                        "Paragraph",
                        "Text",
                        "StrongEmphasis",
                        "BlockQuote",
                        "BulletList",
                        "ListItem",
                        "SoftLineBreak",
                        "Code",
                        "TableBlock",
                        "TableHead",
                        "TableBody",
                        "TableRow",
                        "TableCell",
                        "HtmlInline",
                        "HtmlBlock",
                        "FencedCodeBlock");
        assertThat(of(nodes, Text.class).stream()
                        .filter(text -> !isInCode(text))
                        .map(Text::getLiteral))
                .noneMatch(text -> text.matches("(?s)(?!\\[!(CAUTION|WARNING)]$).*[@#!]\\w.*"));
        assertThat(markdown.lines()).noneMatch(line -> line.startsWith("/"));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void markdownShowsPathsAndValuesAsTheyAre(PlanView plan) {
        List<Node> nodes = nodes(PARSER.parse(new PlanMarkdown(plan, "plan.json").text()));
        List<TableRow> rows = of(nodes, TableRow.class);
        PlanRow conflict = plan.rows().get(0);
        PlanRow added = plan.rows().get(1);
        assertThat(cells(rows.get(1)).subList(1, 4))
                .containsExactly(conflict.path(), conflict.liveInWords(), conflict.desiredInWords());
        assertThat(cells(rows.get(2)).subList(1, 4)).containsExactly(added.path(), "", added.desiredInWords());
        assertThat(of(nodes, FencedCodeBlock.class))
                .singleElement()
                .satisfies(block -> assertThat(block.getLiteral().lines())
                        .containsExactlyElementsOf(
                                plan.rows().get(2).lines().orElseThrow().lines()));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void pageHasTheSameShapeWhateverItShows(PlanView plan) {
        String page = new PlanPage(plan, "plan.json").text();
        String shape = shape(page);
        assertThat(shape).isEqualTo(shape(new PlanPage(plan(times("x")), "plan.json").text()));
        assertThat(page)
                .contains(plan.rows().stream()
                        .map(PlanRow::path)
                        .map(HtmlText::path)
                        .toList());
        assertThat(page).contains(HtmlText.code(plan.rows().get(0).liveInWords()));
    }

    /** The tags of a page. A break between words and the lines of a text may differ. */
    private static String shape(String page) {
        return java.util.regex.Pattern.compile("<[^>]*>")
                .matcher(page)
                .results()
                .map(tag -> tag.group().replaceAll("aria-label=\"[^\"]*\"", ""))
                .filter(tag -> !tag.matches("<wbr>|</?span.*|</?code>"))
                .collect(Collectors.joining("\n"));
    }

    /** Whether a text is in an element of code, where no host looks for calls. */
    private static boolean isInCode(Text text) {
        return text.getPrevious() instanceof HtmlInline before
                && !before.getLiteral().equals("</code>");
    }

    private static List<String> cells(TableRow row) {
        return children(row).stream()
                .map(TableCell.class::cast)
                .map(HostilePlansTest::text)
                .toList();
    }

    private static String text(Node node) {
        return nodes(node).stream()
                .map(inner -> inner instanceof Text text
                        ? text.getLiteral()
                        : inner instanceof Code code ? code.getLiteral() : "")
                .collect(Collectors.joining());
    }

    private static <T extends Node> List<T> of(List<Node> nodes, Class<T> type) {
        return nodes.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static List<Node> nodes(Node node) {
        List<Node> nodes = new ArrayList<>(List.of(node));
        children(node).forEach(child -> nodes.addAll(nodes(child)));
        return nodes;
    }

    private static List<Node> children(Node node) {
        List<Node> children = new ArrayList<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }
}
