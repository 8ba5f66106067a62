package com.messagemedia.auth0.yaml;

import com.messagemedia.auth0.model.DescriptorException;
import com.messagemedia.auth0.yaml.Field.Place;
import com.messagemedia.auth0.yaml.SourceText.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Parses a text to YAML nodes, never to Java objects. It refuses text that is not YAML, an empty document, several
 * documents, tags, and sizes that no descriptor has.
 */
public final class YamlDocument {

    /** Far deeper than any option. The rules walk the tree recursively, so its depth needs a limit. */
    private static final int DEEPEST = 40;
    /** A descriptor needs a few aliases. More than 20 are a sign of an alias attack ("billion laughs"). */
    private static final int MOST_ALIASES = 20;
    /** Keys and values: 1,000 environments of 100 each. Every rule looks at each of them. */
    private static final int MOST_NODES = 100_000;

    private static final String BROKEN = "is not valid YAML";

    private final String text;
    private final Findings findings;
    private final int largest;
    private final Expected expected;

    private YamlDocument(String text, Findings findings, int largest, Expected expected) {
        this.text = text;
        this.findings = findings;
        this.largest = largest;
        this.expected = expected;
    }

    /**
     * Parses the text to the node of its one document.
     *
     * @param findings receives the errors; it masks lines by their shape, because the document is not parsed yet
     * @param largest the most characters to parse
     * @param expected what to write into an empty file
     */
    public static Node compose(String text, Findings findings, int largest, Expected expected) {
        return new YamlDocument(text, findings, largest, expected).compose();
    }

    private Node compose() {
        HiddenCharacterRules.checkText(text, findings);
        findings.throwErrors();
        Optional<Node> node = Optional.empty();
        try {
            refuseBeforehand();
            LoaderOptions options = options();
            node = Optional.ofNullable(new Composer(parser(options), new Resolver(), options).getSingleNode());
        } catch (MarkedYAMLException e) {
            syntax(e);
        } catch (ReaderException e) {
            unprintable(e.getPosition());
        } catch (DescriptorException e) {
            throw e;
        } catch (RuntimeException e) {
            // SnakeYAML throws more exceptions than it declares, and their messages may quote the document.
            findings.whole(
                    BROKEN,
                    "Check whether it uses aliases more than " + MOST_ALIASES
                            + " times, or has a character that YAML reserves.");
        }
        findings.throwErrors();
        if (node.isEmpty()) {
            findings.whole(expected.whenEmpty().problem(), expected.whenEmpty().remedy());
        }
        findings.throwErrors();
        return node.orElseThrow();
    }

    private ParserImpl parser(LoaderOptions options) {
        return new ParserImpl(new StreamReader(text), options);
    }

    /** A whole {@code Yaml} would also load what makes Java objects of nodes, and nodes of objects. */
    private LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(largest);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setAllowRecursiveKeys(false);
        return options;
    }

    /** Checks the parser's events before it builds nodes: SnakeYAML is slow on very deep nesting. */
    private void refuseBeforehand() {
        int documents = 0;
        int nodes = 0;
        Deque<String> open = new ArrayDeque<>();
        ParserImpl parser = parser(options());
        while (parser.peekEvent() != null) {
            Event event = parser.getEvent();
            documents += event instanceof DocumentStartEvent ? 1 : 0;
            nodes += event instanceof NodeEvent ? 1 : 0;
            refuseRecursion(event, open);
            refuseSize(event, nodes, open.size());
            refuse(event, documents);
        }
        findings.throwErrors();
    }

    /** Refuses a value that contains itself: code that walks through it would never end. */
    private void refuseRecursion(Event event, Deque<String> open) {
        if (event instanceof CollectionStartEvent collection) {
            open.push(Optional.ofNullable(collection.getAnchor()).orElse(""));
        } else if (event instanceof CollectionEndEvent) {
            open.pop();
        } else if (event instanceof AliasEvent alias && open.contains(alias.getAnchor())) {
            stop(
                    Place.between(event.getStartMark(), event.getEndMark()),
                    "an anchor contains an alias of itself",
                    "Write out the value instead of the alias.");
        }
    }

    /** Limits the number of nodes and the depth: the work of every later step grows with them. */
    private void refuseSize(Event event, int nodes, int depth) {
        if (depth > DEEPEST) {
            stop(
                    Place.at(event.getStartMark()),
                    "the document nests deeper than " + DEEPEST + " levels",
                    "Check for a bracket or brace that is not closed; no option nests that deep.");
        }
        if (nodes > MOST_NODES) {
            stop(
                    Place.at(event.getStartMark()),
                    "the document has more than " + MOST_NODES + " keys and values",
                    "Check that it is the right file, or split it: one file for each group of tenants.");
        }
    }

    private void stop(Place place, String problem, String remedy) {
        findings.error(place, "", problem, remedy);
        findings.throwErrors();
    }

    private void refuse(Event event, int documents) {
        Place place = Place.at(event.getStartMark());
        if (documents > 1 && event instanceof DocumentStartEvent) {
            findings.error(
                    place,
                    "",
                    "a second document begins here",
                    "Keep one document in the file; environments are for variants.");
        }
        if (tag(event).isPresent()) {
            findings.error(
                    place,
                    "",
                    "a tag (a word that begins with !) is not allowed",
                    "Remove the tag, or put the value in quotes if the ! belongs to it.");
        }
    }

    private static Optional<String> tag(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return Optional.ofNullable(scalar.getTag());
        }
        return event instanceof CollectionStartEvent collection
                ? Optional.ofNullable(collection.getTag())
                : Optional.empty();
    }

    private void syntax(MarkedYAMLException e) {
        SyntaxFault fault = new SyntaxFault(SourceText.split(text), e);
        Optional<Mark> mark = fault.mark();
        if (mark.isEmpty()) {
            findings.whole(BROKEN, "Check its indentation, quotes and brackets.");
            return;
        }
        Statement statement = fault.statement();
        findings.error(Place.at(mark.get()), statement.subject(), statement.problem(), statement.remedy());
    }

    private void unprintable(int position) {
        int end = text.offsetByCodePoints(0, Math.min(position, text.codePointCount(0, text.length())));
        List<String> before = SourceText.split(text.substring(0, end));
        int line = before.size() - 1;
        int column = before.get(line).codePointCount(0, before.get(line).length());
        findings.error(
                new Place(line, column, line, column),
                "",
                "an invisible character is not allowed in YAML",
                "Delete it.");
    }
}
