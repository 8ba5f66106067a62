package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Text;
import com.messagemedia.auth0.model.Value.Tree;
import java.util.List;

/** Reads the members of an object. A member that is absent or of another kind is empty. */
final class Members {

    private Members() {}

    static String text(Tree tree, String key) {
        return tree.members().get(key) instanceof Text text ? text.text() : "";
    }

    static boolean isTrue(Tree tree, String key) {
        return Value.of(true).equals(tree.members().get(key));
    }

    static Tree tree(Tree tree, String key) {
        return tree.members().get(key) instanceof Tree member ? member : Tree.EMPTY;
    }

    static Array array(Tree tree, String key) {
        return tree.members().get(key) instanceof Array array ? array : new Array(List.of());
    }

    static List<Tree> trees(Tree tree, String key) {
        return trees(array(tree, key));
    }

    static List<Tree> trees(Array array) {
        return array.items().stream()
                .filter(Tree.class::isInstance)
                .map(Tree.class::cast)
                .toList();
    }
}
