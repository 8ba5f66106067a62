package com.messagemedia.auth0.schema;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads the plugin's own schema into SnakeYAML's nodes. Every goal reads that file, and SnakeYAML takes several times as long
 * for it. This reader knows only the JSON that the file has: objects, lists, texts, whole numbers, true and false. It does not
 * refuse other text in a readable way, so it is for this file alone.
 */
final class SchemaReader {

    private final String text;
    private int at;

    private SchemaReader(String text) {
        this.text = text;
    }

    /** The tree of the schema's text. Its nodes name no place in it. */
    static MappingNode read(String text) {
        return (MappingNode) new SchemaReader(text).value();
    }

    private Node value() {
        return switch (next()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            default -> literal();
        };
    }

    /** The next character that is no white space, where the reader then stands. */
    private char next() {
        while (text.charAt(at) <= ' ') {
            at++;
        }
        return text.charAt(at);
    }

    private Node object() {
        List<NodeTuple> members = new ArrayList<>();
        for (at++; next() != '}'; skip(',')) {
            Node name = string();
            skip(':');
            members.add(new NodeTuple(name, value()));
        }
        at++;
        return new MappingNode(Tag.MAP, members, FlowStyle.FLOW);
    }

    private Node array() {
        List<Node> items = new ArrayList<>();
        for (at++; next() != ']'; skip(',')) {
            items.add(value());
        }
        at++;
        return new SequenceNode(Tag.SEQ, items, FlowStyle.FLOW);
    }

    private void skip(char separator) {
        if (next() == separator) {
            at++;
        }
    }

    private Node string() {
        int begin = at + 1;
        for (at = text.indexOf('"', begin); isEscaped(at); at = text.indexOf('"', at + 1)) {
            // A quotation mark in the text.
        }
        String raw = text.substring(begin, at++);
        String read = raw.indexOf('\\') < 0 ? raw : raw.replace("\\\"", "\"").replace("\\\\", "\\");
        return scalar(Tag.STR, read, ScalarStyle.DOUBLE_QUOTED);
    }

    private boolean isEscaped(int mark) {
        int before = mark;
        while (text.charAt(before - 1) == '\\') {
            before--;
        }
        return (mark - before) % 2 != 0;
    }

    private Node literal() {
        int begin = at;
        while (Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        String read = text.substring(begin, at);
        return scalar(Character.isDigit(read.charAt(0)) ? Tag.INT : Tag.BOOL, read, ScalarStyle.PLAIN);
    }

    private static Node scalar(Tag tag, String text, ScalarStyle style) {
        return new ScalarNode(tag, text, null, null, style);
    }
}
