package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.yaml.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns the nodes of the options into values. */
public final class OptionValues {

    private OptionValues() {}

    /** Returns the fields that the merge handles as one value each: all except objects with members. */
    public static List<Field> leaves(Field options) {
        List<Field> leaves = new ArrayList<>();
        for (Field member : options.members()) {
            if (member.isObject() && !member.members().isEmpty()) {
                leaves.addAll(leaves(member));
            } else {
                leaves.add(member);
            }
        }
        return leaves;
    }

    /** Returns the path of an option, in Auth0's names. */
    public static FieldPath path(Field option) {
        return new FieldPath(option.path().subList(1, option.path().size()));
    }

    static Value of(Field field) {
        if (field.value() instanceof ScalarNode scalar) {
            return of(scalar);
        }
        if (field.isObject()) {
            Map<String, Value> members = new LinkedHashMap<>();
            field.members().forEach(member -> members.put(member.last(), of(member)));
            return new Value.Tree(members);
        }
        return new Value.Array(field.members().stream().map(OptionValues::of).toList());
    }

    private static Value of(ScalarNode scalar) {
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.NULL)) {
            return Value.Null.NULL;
        }
        if (tag.equals(Tag.BOOL)) {
            return Value.of(scalar.getValue().equals("true"));
        }
        return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)
                ? new Value.Numeral(scalar.getValue())
                : Value.of(scalar.getValue());
    }
}
