package com.messagemedia.auth0.yaml;

import com.messagemedia.auth0.yaml.Field.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
 * Copies a composed document to a plain tree: no merge keys, no duplicate keys, keys that are scalars, nothing that holds
 * itself, and each alias expanded within a bound. What is refused is reported and left out, so that the rest can be checked.
 */
public final class YamlNormalizer {

    /** Far more nodes than a descriptor has, and far fewer than aliases of aliases can stand for. */
    private static final int MOST = 5_000;

    private static final int DEEPEST = 40;

    /** More than Auth0 takes for any option, and little enough for every rule to read it in no time. */
    private static final int LONGEST = 8192;

    private final Findings findings;
    private final Set<Node> open = new HashSet<>();
    private int copied;

    /** Whether keys are missing that a merge key would have brought: what is said of the rest would mislead. */
    private boolean incomplete;

    private YamlNormalizer(Findings findings) {
        this.findings = findings;
    }

    /** The clean copy; stops with what was found where the document is not an object or far too large. */
    public static MappingNode clean(Node document, Findings findings) {
        YamlNormalizer cleaning = new YamlNormalizer(findings);
        Node copy = cleaning.copy(document);
        if (cleaning.incomplete || !(copy instanceof MappingNode)) {
            findings.throwErrors();
        }
        if (copy instanceof MappingNode mapping) {
            return mapping;
        }
        if (copy.getTag().equals(Tag.NULL)) {
            findings.whole("is empty", "Write a descriptor; it begins with version: 1.");
        } else {
            findings.error(
                    Place.of(document), "", "an object of keys is expected here", "Begin the file with version: 1.");
        }
        findings.throwErrors();
        throw new IllegalStateException("a document that is no object has just been refused");
    }

    private Node copy(Node node) {
        if (++copied > MOST || open.size() > DEEPEST) {
            findings.error(
                    Place.of(node),
                    "",
                    "the document grows too large or too deep here",
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
                    "an anchor holds an alias of itself",
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
                    "a value is longer than " + LONGEST + " characters, and no option takes so much",
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

    /** An empty text in place of what could not be read, so that the rest can be checked. */
    private static ScalarNode text(Node node) {
        return new ScalarNode(Tag.STR, true, "", node.getStartMark(), node.getEndMark(), ScalarStyle.DOUBLE_QUOTED);
    }

    private Node copy(SequenceNode list) {
        List<Node> items = new ArrayList<>();
        list.getValue().forEach(item -> items.add(copy(item)));
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

    /** Most likely {@code {{ code }}} without quotes: text then, about which nothing more is to be said. */
    private Node unreadable(MappingNode mapping, Node key) {
        boolean flow = mapping.getFlowStyle() == FlowStyle.FLOW;
        findings.error(
                flow ? Place.of(mapping) : Place.of(key),
                "",
                "an object or a list stands where a key is expected; {{ opens two objects in YAML",
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
                    "the key stands twice in one object, first in line " + first,
                    "Keep one of the two.");
        }
        return first == null;
    }
}
