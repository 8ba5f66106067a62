package com.messagemedia.auth0.yaml;

import com.messagemedia.auth0.model.Value;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Writes values as YAML that the descriptor's reader reads back as the same values. A text is in quotes if YAML could
 * read it as something else, and text that looks like a reference is escaped.
 */
public final class YamlText {

    private static final Pattern BARE = Pattern.compile("[A-Za-z]([A-Za-z0-9_./:-]*[A-Za-z0-9_/])?");
    private static final Set<String> WORDS = Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");
    private static final Resolver RESOLVER = new Resolver();
    /**
     * A longer number becomes text: a double has at most 309 digits before its point, and 1e999999999 would fill the
     * memory.
     */
    private static final int MOST_DIGITS = 400;
    /** One line per value, however long: a folded text is hard to compare. */
    private static final int WIDEST = 1 << 20;

    private YamlText() {}

    /** The lines of one member of an object, without indentation. */
    public static List<String> member(String key, Value value) {
        return lines(new MappingNode(Tag.MAP, List.of(new NodeTuple(scalar(key), node(value))), FlowStyle.BLOCK));
    }

    /** The line of a key whose value is a reference, such as {@code env.NAME}. */
    public static String reference(String key, String name) {
        return lines(new MappingNode(
                        Tag.MAP,
                        List.of(new NodeTuple(
                                scalar(key), new ScalarNode(Tag.STR, written(name), null, null, ScalarStyle.PLAIN))),
                        FlowStyle.BLOCK))
                .get(0);
    }

    /** Whether a key fits on one line with its value: YAML needs another form for empty and very long keys. */
    public static boolean fitsLine(String key) {
        return member(key, Value.Null.NULL).size() == 1;
    }

    /** The line that opens an object; its members follow. */
    public static String opening(String key) {
        String line = member(key, Value.Null.NULL).get(0);
        return line.substring(0, line.length() - " null".length());
    }

    static String written(String reference) {
        return "${" + reference + "}";
    }

    private static List<String> lines(Node node) {
        DumperOptions options = new DumperOptions();
        options.setSplitLines(false);
        options.setWidth(WIDEST);
        StringWriter text = new StringWriter();
        new Yaml(options).serialize(node, text);
        return text.toString().lines().map(HiddenCharacter::escaped).toList();
    }

    private static Node node(Value value) {
        if (value instanceof Value.Tree tree) {
            return mapping(tree);
        }
        if (value instanceof Value.Array array) {
            List<Node> items = new ArrayList<>();
            array.items().forEach(item -> items.add(node(item)));
            return new SequenceNode(Tag.SEQ, items, array.items().isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
        }
        if (value instanceof Value.Text text) {
            return text(text.text());
        }
        if (value instanceof Value.Numeral numeral) {
            return plain(number(numeral.literal()));
        }
        return plain(value instanceof Value.Bool bool ? Boolean.toString(bool.value()) : "null");
    }

    private static Node mapping(Value.Tree tree) {
        List<NodeTuple> members = new ArrayList<>();
        for (Map.Entry<String, Value> member : tree.members().entrySet()) {
            members.add(new NodeTuple(scalar(member.getKey()), node(member.getValue())));
        }
        return new MappingNode(Tag.MAP, members, members.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }

    private static Node text(String text) {
        return scalar(text.replace("${", "$${"));
    }

    private static Node scalar(String text) {
        boolean bare = BARE.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT));
        return new ScalarNode(Tag.STR, text, null, null, bare ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED);
    }

    /** A node with the tag that YAML finds by itself, so that the writer adds no tag. */
    private static Node plain(String text) {
        return new ScalarNode(RESOLVER.resolve(NodeId.scalar, text, true), text, null, null, ScalarStyle.PLAIN);
    }

    /** Rewrites a number with an exponent: YAML allows fewer forms than JSON. */
    private static String number(String literal) {
        Tag tag = RESOLVER.resolve(NodeId.scalar, literal, true);
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT) || literal.length() > MOST_DIGITS) {
            return literal;
        }
        try {
            BigDecimal number = new BigDecimal(literal);
            return Math.abs((long) number.scale()) > MOST_DIGITS ? literal : number.toPlainString();
        } catch (NumberFormatException e) {
            return literal;
        }
    }
}
