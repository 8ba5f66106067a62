package com.messagemedia.auth0.yaml;

import com.messagemedia.auth0.model.DescriptorException;
import com.messagemedia.auth0.yaml.Field.Place;
import com.messagemedia.auth0.yaml.SourceText.Statement;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
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
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Composes the text to nodes, never to Java objects. Refused: what is no YAML, an empty document, several documents, tags,
 * and sizes that no descriptor has.
 */
public final class YamlDocument {

    private static final int DEEPEST = 40;
    private static final int MOST_ALIASES = 20;
    /** Keys and values; the largest descriptor of a fleet has a quarter of it. */
    private static final int MOST_NODES = 10_000;

    private static final String BROKEN = "is not YAML that can be read";

    private final String text;
    private final Findings findings;
    private final int largest;

    private YamlDocument(String text, Findings findings, int largest) {
        this.text = text;
        this.findings = findings;
        this.largest = largest;
    }

    /**
     * Composes the one document's node, whose tags are YAML's own.
     *
     * @param findings takes what is wrong; its lines are masked without a look at the document, which cannot be read yet
     * @param largest how many characters are parsed at most
     */
    public static Node compose(String text, Findings findings, int largest) {
        return new YamlDocument(text, findings, largest).compose();
    }

    private Node compose() {
        HiddenCharacterRules.checkText(text, findings);
        findings.throwErrors();
        Optional<Node> node = Optional.empty();
        try {
            refuseBeforehand();
            node = Optional.ofNullable(yaml().compose(new StringReader(text)));
        } catch (MarkedYAMLException e) {
            syntax(e);
        } catch (ReaderException e) {
            unprintable(e.getPosition());
        } catch (DescriptorException e) {
            throw e;
        } catch (RuntimeException e) {
            // SnakeYAML throws more than it declares, and its texts may quote the document.
            findings.whole(
                    BROKEN,
                    "See whether it repeats more than " + MOST_ALIASES + " anchors, or has a sign that YAML reserves.");
        }
        findings.throwErrors();
        if (node.isEmpty()) {
            findings.whole("is empty", "Write a descriptor; it begins with version: 1.");
        }
        findings.throwErrors();
        return node.orElseThrow();
    }

    private Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(largest);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setAllowRecursiveKeys(false);
        return new Yaml(options);
    }

    /** Goes through the events before any node is made; SnakeYAML's parser takes long over what nests without end. */
    private void refuseBeforehand() {
        int documents = 0;
        int nodes = 0;
        Deque<String> open = new ArrayDeque<>();
        for (Event event : yaml().parse(new StringReader(text))) {
            documents += event instanceof DocumentStartEvent ? 1 : 0;
            nodes += event instanceof NodeEvent ? 1 : 0;
            refuseRecursion(event, open);
            refuseSize(event, nodes, open.size());
            refuse(event, documents);
        }
        findings.throwErrors();
    }

    /** Nothing may walk a value that holds itself: it would never end. */
    private void refuseRecursion(Event event, Deque<String> open) {
        if (event instanceof CollectionStartEvent collection) {
            open.push(Optional.ofNullable(collection.getAnchor()).orElse(""));
        } else if (event instanceof CollectionEndEvent) {
            open.pop();
        } else if (event instanceof AliasEvent alias && open.contains(alias.getAnchor())) {
            stop(
                    Place.between(event.getStartMark(), event.getEndMark()),
                    "an anchor holds an alias of itself",
                    "Write out the value instead of the alias.");
        }
    }

    /** The work of every later step grows with these. */
    private void refuseSize(Event event, int nodes, int depth) {
        if (depth > DEEPEST) {
            stop(
                    Place.at(event.getStartMark()),
                    "the document nests deeper than " + DEEPEST + " levels",
                    "See whether a bracket or brace is left open; no option is nested so deep.");
        }
        if (nodes > MOST_NODES) {
            stop(
                    Place.at(event.getStartMark()),
                    "the document has more than " + MOST_NODES + " keys and values",
                    "See whether it is the right file, or split it: one file for each group of tenants.");
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
                    "Take the tag away, or put the value in quotes if the ! belongs to it.");
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
            findings.whole(BROKEN, "See its indentation, quotes and brackets.");
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
                "a character that cannot be seen is not allowed in YAML",
                "Delete it.");
    }
}
