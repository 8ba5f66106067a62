package com.messagemedia.auth0.descriptor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Merges an environment's overlay into the document: objects merge, lists and scalars replace, null is a value. It merges
 * YAML nodes, so every value keeps its line number.
 */
final class OverlayMerge {

    private OverlayMerge() {}

    static MappingNode merge(MappingNode base, MappingNode overlay) {
        if (overlay.getValue().isEmpty()) {
            return base;
        }
        Map<String, NodeTuple> members = new LinkedHashMap<>();
        for (NodeTuple tuple : base.getValue()) {
            members.put(name(tuple), tuple);
        }
        for (NodeTuple tuple : overlay.getValue()) {
            NodeTuple below = members.get(name(tuple));
            members.put(name(tuple), below == null ? tuple : merge(below, tuple));
        }
        return object(base, List.copyOf(members.values()));
    }

    private static NodeTuple merge(NodeTuple below, NodeTuple above) {
        if (below.getValueNode() instanceof MappingNode base && above.getValueNode() instanceof MappingNode overlay) {
            return new NodeTuple(below.getKeyNode(), merge(base, overlay));
        }
        return above;
    }

    /** Returns the object without the value at a path of at least one key; the same node where it has no such value. */
    static MappingNode without(MappingNode object, List<String> path) {
        List<NodeTuple> rest = new ArrayList<>(object.getValue().size());
        for (NodeTuple tuple : object.getValue()) {
            if (!name(tuple).equals(path.get(0))) {
                rest.add(tuple);
            } else if (path.size() > 1 && tuple.getValueNode() instanceof MappingNode inner) {
                MappingNode less = without(inner, path.subList(1, path.size()));
                rest.add(less.equals(inner) ? tuple : new NodeTuple(tuple.getKeyNode(), less));
            }
        }
        return rest.equals(object.getValue()) ? object : object(object, rest);
    }

    static MappingNode object(MappingNode original, List<NodeTuple> members) {
        return new MappingNode(
                Tag.MAP, true, members, original.getStartMark(), original.getEndMark(), original.getFlowStyle());
    }

    private static String name(NodeTuple tuple) {
        Node key = tuple.getKeyNode();
        return ((ScalarNode) key).getValue();
    }
}
