package com.messagemedia.auth0.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

class ScalarReplacementTest {

    private static final MappingNode ROOT =
            root("a: {b: old, c: kept}\nd: {e: kept}\nlist: [kept, [old]]\nsame: [kept]\n");

    private final List<String> asked = new ArrayList<>();

    private static MappingNode root(String yaml) {
        return (MappingNode) new Yaml().compose(new StringReader(yaml));
    }

    /** Writes "new" for "old". */
    private MappingNode replaced() {
        ScalarReplacement replacement = (path, scalar) -> {
            asked.add(String.join(".", path) + "=" + scalar.getValue());
            return scalar.getValue().equals("old")
                    ? new ScalarNode(scalar.getTag(), "new", null, null, scalar.getScalarStyle())
                    : scalar;
        };
        return replacement.in(ROOT);
    }

    private static Node at(Node node, int... places) {
        Node found = node;
        for (int place : places) {
            found = found instanceof MappingNode object
                    ? object.getValue().get(place).getValueNode()
                    : ((SequenceNode) found).getValue().get(place);
        }
        return found;
    }

    @Test
    void eachValueIsAskedForByItsPath() {
        replaced();
        assertThat(asked)
                .containsExactly("a.b=old", "a.c=kept", "d.e=kept", "list.0=kept", "list.1.0=old", "same.0=kept");
    }

    @Test
    void whatIsReplacedIsNewAndAllElseIsTheSameNode() {
        MappingNode replaced = replaced();
        assertThat(((ScalarNode) at(replaced, 0, 0)).getValue()).isEqualTo("new");
        assertThat(((ScalarNode) at(replaced, 2, 1, 0)).getValue()).isEqualTo("new");
        assertThat(at(replaced, 0, 1)).isSameAs(at(ROOT, 0, 1));
        assertThat(at(replaced, 1)).isSameAs(at(ROOT, 1));
        assertThat(at(replaced, 2, 0)).isSameAs(at(ROOT, 2, 0));
        assertThat(at(replaced, 3)).isSameAs(at(ROOT, 3));
        assertThat(at(replaced, 0).getStartMark()).isSameAs(at(ROOT, 0).getStartMark());
        assertThat(at(replaced, 2, 1).getEndMark()).isSameAs(at(ROOT, 2, 1).getEndMark());
        assertThat(((ScalarNode) at(ROOT, 0, 0)).getValue()).isEqualTo("old");
    }

    @Test
    void aDocumentWithoutReplacementsIsTheSameNode() {
        ScalarReplacement nothing = (path, scalar) -> scalar;
        assertThat(nothing.in(ROOT)).isSameAs(ROOT);
    }
}
