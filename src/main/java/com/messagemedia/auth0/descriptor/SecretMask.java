package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.SecretFields.Placeholders;
import com.messagemedia.auth0.yaml.Field.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Masks secrets in the lines that diagnostics show. A star replaces each character, so that columns stay the same.
 */
final class SecretMask {

    private static final int STAR = '*';
    /** A deeper or larger document falls back to {@link #blind}, which bounds the time and the stack of the visit. */
    private static final int DEEPEST = 60;

    private static final int MOST = 20_000;
    /** A key. The bounds keep the search fast, as a line can be as long as the file. */
    private static final Pattern ENTRY = Pattern.compile("(?<![\\w.-])([\\w.-]{1,64})[\"']?\\s{0,8}:(?=\\s|$)");

    private static final Pattern AFTER_BREAK = Pattern.compile("(?<=[\r\u0085\u2028\u2029])");

    private static final Pattern BARE = Pattern.compile("\\s*(---|\\.\\.\\.|[\\[\\]{},\\s]*)");

    private final SecretFields secrets;
    private final List<int[]> lines = new ArrayList<>();
    private int visits;
    private final Map<String, Boolean> speaking = new HashMap<>();

    private SecretMask(List<String> lines, SecretFields secrets) {
        this.secrets = secrets;
        for (String line : lines) {
            this.lines.add(line.codePoints().toArray());
        }
    }

    /** Returns a document's lines, with the secret values of its nodes masked. */
    static List<String> of(List<String> lines, Node root, SecretFields secrets) {
        return of(lines, new At(List.of(), root), secrets);
    }

    /** A node and its path in the descriptor. */
    record At(List<String> path, Node node) {}

    /** Returns the lines of a part of a descriptor, with the secret values of its nodes masked. */
    static List<String> of(List<String> lines, At root, SecretFields secrets) {
        SecretMask mask = new SecretMask(lines, secrets);
        mask.visit(root.path(), root.node());
        return mask.visits > MOST ? blind(lines, secrets) : mask.text();
    }

    private void visit(List<String> path, Node node) {
        if (++visits > MOST || path.size() > DEEPEST) {
            visits = MOST + 1;
        } else if (isHidden(path) && !isHarmless(node) && !isMixed(path, node)) {
            star(Place.of(node));
        } else if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                visit(append(path, name(tuple.getKeyNode())), tuple.getValueNode());
            }
        } else if (node instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                visit(path, item);
            }
        }
    }

    private boolean isHidden(List<String> path) {
        if (secrets.isHiddenByPath(path)) {
            return true;
        }
        for (String key : path) {
            if (speaks(key)) {
                return true;
            }
        }
        return false;
    }

    /** Decides once for each key, as a document repeats few keys many times. */
    private boolean speaks(String key) {
        Boolean known = speaking.get(key);
        if (known == null) {
            known = SecretFields.speaks(key);
            speaking.put(key, known);
        }
        return known;
    }

    /** Whether a node is an object with both secret and other fields. A scalar in its place can only be a secret. */
    private boolean isMixed(List<String> path, Node node) {
        return node instanceof MappingNode && secrets.isMixed(path.get(path.size() - 1));
    }

    private static String name(Node key) {
        return key instanceof ScalarNode scalar ? scalar.getValue() : "?";
    }

    private static List<String> append(List<String> path, String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return longer;
    }

    private static boolean isHarmless(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getTag().equals(Tag.NULL) || Placeholders.isHarmless(scalar.getValue());
        }
        return node instanceof MappingNode mapping
                && mapping.getValue().size() == 1
                && Placeholders.isHarmless(name(mapping.getValue().get(0).getKeyNode()))
                && mapping.getValue().get(0).getValueNode().getTag().equals(Tag.NULL);
    }

    private void star(Place place) {
        for (int line = place.line(); line <= place.endLine() && line < lines.size(); line++) {
            int[] characters = lines.get(line);
            int from = line == place.line() ? place.column() : 0;
            int to = line == place.endLine() ? place.endColumn() : characters.length;
            star(characters, from, withComment(characters, Math.min(to, characters.length)));
        }
    }

    /** Masks the comment after a secret too: it may hold the previous secret. */
    private static int withComment(int[] characters, int to) {
        return new String(characters, to, characters.length - to).contains("#") ? characters.length : to;
    }

    private static void star(int[] characters, int from, int to) {
        for (int index = from; index < to; index++) {
            if (!Character.isWhitespace(characters[index])) {
                characters[index] = STAR;
            }
        }
    }

    private List<String> text() {
        List<String> text = new ArrayList<>();
        for (int[] characters : lines) {
            text.add(new String(characters, 0, characters.length));
        }
        return Collections.unmodifiableList(text);
    }

    /**
     * Masks the lines of a text that is not valid YAML, so its structure is unknown: it masks the text after each key that names
     * a secret, and every line without a key.
     */
    static List<String> blind(List<String> lines, SecretFields secrets) {
        List<String> blind = new ArrayList<>();
        for (String line : lines) {
            blind.add(blindParts(line, secrets));
        }
        return Collections.unmodifiableList(blind);
    }

    /** Masks each YAML line of an editor's line: YAML has more kinds of line breaks than an editor shows. */
    private static String blindParts(String line, SecretFields secrets) {
        StringBuilder blind = new StringBuilder();
        for (String part : AFTER_BREAK.split(line, -1)) {
            blind.append(blind(part, secrets));
        }
        return blind.toString();
    }

    private static String blind(String line, SecretFields secrets) {
        Matcher entries = ENTRY.matcher(line);
        boolean keyed = BARE.matcher(line).matches();
        while (entries.find()) {
            keyed = true;
            if (secrets.isHidden(List.of(entries.group(1))) || secrets.isOptionKey(entries.group(1))) {
                return blind(line, entries.end());
            }
        }
        return keyed ? line : blind(line, 0);
    }

    private static String blind(String line, int from) {
        String value = line.substring(from).strip();
        if (Placeholders.isHarmless(value)) {
            return line;
        }
        int[] characters = line.codePoints().toArray();
        star(characters, line.codePointCount(0, from), characters.length);
        return new String(characters, 0, characters.length);
    }
}
