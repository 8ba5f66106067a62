package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.ReferenceRules.ReferencePlaces;
import com.messagemedia.auth0.descriptor.ReferenceRules.ReferenceUse;
import java.util.List;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Writes an environment's name for {@link EnvironmentReference}, except where a reviewer must see the value in the file.
 *
 * @param environment the name
 * @param places says where
 */
record EnvironmentSubstitution(String environment, ReferencePlaces places) implements ScalarReplacement {

    @Override
    public ScalarNode replaced(List<String> path, ScalarNode scalar) {
        return EnvironmentReference.isIn(scalar) && places.of(path) != ReferenceUse.NONE ? resolved(scalar) : scalar;
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
