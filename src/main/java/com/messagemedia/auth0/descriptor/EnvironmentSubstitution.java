package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.ReferenceRules.ReferencePlaces;
import com.messagemedia.auth0.descriptor.ReferenceRules.ReferenceUse;
import com.messagemedia.auth0.yaml.Field;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Writes an environment's name for {@link EnvironmentReference}, except where a reviewer must see the value in the file.
 *
 * @param environment the name
 * @param places says where
 */
record EnvironmentSubstitution(String environment, ReferencePlaces places) {

    MappingNode of(MappingNode root) {
        for (Field field : Field.document(root).all()) {
            if (EnvironmentReference.isIn(field.value())) {
                return (MappingNode) copy(Field.document(root));
            }
        }
        return root;
    }

    private Node copy(Field field) {
        Node node = field.value();
        if (node instanceof MappingNode mapping) {
            List<NodeTuple> members = new ArrayList<>();
            for (Field member : field.members()) {
                members.add(new NodeTuple(member.key().orElseThrow(), copy(member)));
            }
            return OverlayMerge.object(mapping, members);
        }
        if (node instanceof SequenceNode list) {
            List<Node> items = new ArrayList<>();
            for (Field entry : field.members()) {
                items.add(copy(entry));
            }
            return new SequenceNode(Tag.SEQ, true, items, node.getStartMark(), node.getEndMark(), list.getFlowStyle());
        }
        return EnvironmentReference.isIn(node) && places.of(field.path()) != ReferenceUse.NONE
                ? resolved((ScalarNode) node)
                : node;
    }

    private ScalarNode resolved(ScalarNode node) {
        return new ScalarNode(
                node.getTag(),
                true,
                EnvironmentReference.resolved(node.getValue(), environment),
                node.getStartMark(),
                node.getEndMark(),
                node.getScalarStyle());
    }
}
