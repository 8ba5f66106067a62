package com.messagemedia.auth0.yaml;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Copies normalized nodes to places further down: those of a file whose lines count after the lines of another one.
 *
 * @param lines by how many lines
 */
public record MovedNodes(int lines) {

    private static final int[] NO_TEXT = new int[0];

    /** The copy of an object. */
    public MappingNode of(MappingNode mapping) {
        List<NodeTuple> tuples = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            tuples.add(new NodeTuple(of(tuple.getKeyNode()), of(tuple.getValueNode())));
        }
        return new MappingNode(
                mapping.getTag(),
                true,
                tuples,
                moved(mapping.getStartMark()),
                moved(mapping.getEndMark()),
                mapping.getFlowStyle());
    }

    private Node of(Node node) {
        if (node instanceof ScalarNode scalar) {
            return new ScalarNode(
                    scalar.getTag(),
                    true,
                    scalar.getValue(),
                    moved(scalar.getStartMark()),
                    moved(scalar.getEndMark()),
                    scalar.getScalarStyle());
        }
        return node instanceof MappingNode mapping ? of(mapping) : of((SequenceNode) node);
    }

    private SequenceNode of(SequenceNode list) {
        List<Node> items = new ArrayList<>();
        list.getValue().forEach(item -> items.add(of(item)));
        return new SequenceNode(
                list.getTag(), true, items, moved(list.getStartMark()), moved(list.getEndMark()), list.getFlowStyle());
    }

    private Mark moved(Mark mark) {
        return new Mark(mark.getName(), mark.getIndex(), mark.getLine() + lines, mark.getColumn(), NO_TEXT, 0);
    }
}
