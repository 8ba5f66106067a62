package com.messagemedia.auth0.yaml;

import com.messagemedia.auth0.yaml.Field.Place;
import com.messagemedia.auth0.yaml.SourceText.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Copies a parsed document to a plain tree: without merge keys, duplicate keys, keys that are not scalars and values
 * that contain themselves, and with each alias expanded, up to a limit. It reports what it refuses and leaves it out:
 * the rest can still be checked.
 */
public final class YamlNormalizer {

    /**
     * The limit for the nodes that aliases repeat: a descriptor has far fewer, and nested aliases ("billion laughs") can
     * expand to far more. The nodes that are written are counted before.
     */
    private static final int MOST_REPEATED = 5_000;

    /** The same depth as for the parsed document, counted after aliases are expanded. */
    private static final int DEEPEST = 40;

    /** Longer than any value that Auth0 accepts, and short enough for every rule to check quickly. */
    private static final int LONGEST = 8192;

    private final Findings findings;
    private final Set<Node> open = new HashSet<>();
    private final Set<Node> written = Collections.newSetFromMap(new IdentityHashMap<>());
    private int repeated;

    /** Whether keys of a refused merge key are missing: further messages about the document would mislead. */
    private boolean incomplete;

    private YamlNormalizer(Findings findings) {
        this.findings = findings;
    }

    /** The normalized copy. Throws the findings if the document is not an object or is far too large. */
    public static MappingNode clean(Node document, Findings findings, Expected expected) {
        YamlNormalizer cleaning = new YamlNormalizer(findings);
        Node copy = cleaning.copy(document);
        if (cleaning.incomplete || !(copy instanceof MappingNode)) {
            findings.throwErrors();
        }
        if (copy instanceof MappingNode mapping) {
            return mapping;
        }
        if (copy.getTag().equals(Tag.NULL)) {
            findings.whole(expected.whenEmpty().problem(), expected.whenEmpty().remedy());
        } else {
            Statement fault = expected.whenNoObject();
            findings.error(Place.of(document), fault.subject(), fault.problem(), fault.remedy());
        }
        findings.throwErrors();
        throw new IllegalStateException("a document that is not an object was refused above");
    }

    private Node copy(Node node) {
        repeated += written.add(node) ? 0 : 1;
        if (repeated > MOST_REPEATED) {
            findings.error(
                    Place.of(node),
                    "",
                    "aliases repeat more than " + MOST_REPEATED + " keys and values, this one among them",
                    "Write out what you need instead of aliases of aliases: each repetition is checked like a line of its"
                            + " own.");
            findings.throwErrors();
        }
        if (open.size() > DEEPEST) {
            findings.error(
                    Place.of(node),
                    "",
                    "with what its aliases stand for, the document nests deeper than " + DEEPEST + " levels here",
                    "Write out what you need instead of aliases of aliases.");
            findings.throwErrors();
        }
        if (node instanceof ScalarNode scalar) {
            return copy(scalar);
        }
        if (!open.add(node)) {
            findings.error(
                    Place.at(node.getStartMark()),
                    "",
                    "an anchor contains an alias of itself",
                    "Write out the value instead of the alias.");
            findings.throwErrors();
        }
        Node copy = node instanceof MappingNode mapping ? copy(mapping) : copy((SequenceNode) node);
        open.remove(node);
        return copy;
    }

    private Node copy(ScalarNode scalar) {
        if (scalar.getValue().length() > LONGEST) {
            findings.error(
                    Place.of(scalar),
                    "",
                    "a value is longer than " + LONGEST + " characters; no option accepts that many",
                    "Shorten it, or refer to a file with ${file:path}.");
            return text(scalar);
        }
        return new ScalarNode(
                scalar.getTag(),
                true,
                scalar.getValue(),
                scalar.getStartMark(),
                scalar.getEndMark(),
                scalar.getScalarStyle());
    }

    /** An empty text in place of a refused value: the rest can still be checked. */
    private static ScalarNode text(Node node) {
        return new ScalarNode(Tag.STR, true, "", node.getStartMark(), node.getEndMark(), ScalarStyle.DOUBLE_QUOTED);
    }

    private Node copy(SequenceNode list) {
        List<Node> items = new ArrayList<>();
        for (Node item : list.getValue()) {
            items.add(copy(item));
        }
        return new SequenceNode(Tag.SEQ, true, items, list.getStartMark(), list.getEndMark(), list.getFlowStyle());
    }

    private Node copy(MappingNode mapping) {
        List<NodeTuple> tuples = new ArrayList<>();
        Map<String, Integer> keys = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode)) {
                return unreadable(mapping, tuple.getKeyNode());
            }
            if (isNoMerge(tuple.getKeyNode()) && isNew(tuple.getKeyNode(), keys)) {
                tuples.add(new NodeTuple(tuple.getKeyNode(), copy(tuple.getValueNode())));
            }
        }
        return mapping(mapping, tuples);
    }

    /** Most likely {@code {{ code }}} without quotes. It becomes text and gets no second message. */
    private Node unreadable(MappingNode mapping, Node key) {
        boolean flow = mapping.getFlowStyle() == FlowStyle.FLOW;
        findings.error(
                flow ? Place.of(mapping) : Place.of(key),
                "",
                "an object or a list is where a key is expected; {{ opens two objects in YAML",
                "Put the value in quotes, such as template: \"{{ code }} is your code\".");
        return text(mapping);
    }

    private static MappingNode mapping(MappingNode original, List<NodeTuple> tuples) {
        return new MappingNode(
                Tag.MAP, true, tuples, original.getStartMark(), original.getEndMark(), original.getFlowStyle());
    }

    private boolean isNoMerge(Node key) {
        if (!key.getTag().equals(Tag.MERGE)) {
            return true;
        }
        findings.error(
                Place.of(key),
                "",
                "the merge key << is not allowed",
                "Write out the keys; environments are for variants.");
        incomplete = true;
        return false;
    }

    private boolean isNew(Node key, Map<String, Integer> lines) {
        Integer first = lines.putIfAbsent(
                ((ScalarNode) key).getValue(), key.getStartMark().getLine() + 1);
        if (first != null) {
            findings.error(
                    Place.of(key),
                    "",
                    "the key occurs twice in one object, first in line " + first,
                    "Keep one of the two.");
        }
        return first == null;
    }
}
