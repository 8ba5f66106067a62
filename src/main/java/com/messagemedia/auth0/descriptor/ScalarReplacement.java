package com.messagemedia.auth0.descriptor;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Replaces values of a document. An object or a list in which nothing is replaced stays the same node: the environments of a
 * file share it.
 */
interface ScalarReplacement {

    /**
     * Returns what takes the place of a value: the same node where nothing does.
     *
     * @param path the keys and list indices from the top; valid during the call only
     */
    ScalarNode replaced(List<String> path, ScalarNode scalar);

    /** Returns the document with its values replaced. Its keys stay. */
    default MappingNode in(MappingNode root) {
        return in(root, new ArrayList<>());
    }

    private MappingNode in(MappingNode object, List<String> path) {
        List<NodeTuple> members = new ArrayList<>(object.getValue().size());
        for (NodeTuple member : object.getValue()) {
            Node value = in(member.getValueNode(), ((ScalarNode) member.getKeyNode()).getValue(), path);
            boolean same = value.equals(member.getValueNode());
            members.add(same ? member : new NodeTuple(member.getKeyNode(), value));
        }
        return members.equals(object.getValue()) ? object : OverlayMerge.object(object, members);
    }

    private SequenceNode in(SequenceNode list, List<String> path) {
        List<Node> items = new ArrayList<>(list.getValue().size());
        for (Node item : list.getValue()) {
            items.add(in(item, Integer.toString(items.size()), path));
        }
        return items.equals(list.getValue())
                ? list
                : new SequenceNode(Tag.SEQ, true, items, list.getStartMark(), list.getEndMark(), list.getFlowStyle());
    }

    private Node in(Node value, String name, List<String> path) {
        path.add(name);
        Node replaced = value;
        if (value instanceof MappingNode object) {
            replaced = in(object, path);
        } else if (value instanceof SequenceNode list) {
            replaced = in(list, path);
        } else if (value instanceof ScalarNode scalar) {
            replaced = replaced(path, scalar);
        }
        path.remove(path.size() - 1);
        return replaced;
    }
}
