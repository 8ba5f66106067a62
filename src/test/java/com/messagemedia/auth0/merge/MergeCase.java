package com.messagemedia.auth0.merge;

import com.messagemedia.auth0.delivery.gateway.GatewayOptions;
import com.messagemedia.auth0.merge.ConflictPolicies.ConflictPolicy;
import com.messagemedia.auth0.merge.MergeInput.Desired;
import com.messagemedia.auth0.merge.MergeInput.OtherOwners;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One merge as a file. {@code base} is {@code absent}, {@code lost} or a map of path to value; {@code desired} and
 * {@code live} are trees; {@code remove} lists paths; {@code claims} maps a path to the other owner; {@code policies} is a
 * policy or a map of path (or {@code default}) to policy. Expected are {@code decisions}, all of them and in order, and
 * {@code merged}, which is {@code not to be sent} where the merge is not settled. Numbers keep their literal.
 */
record MergeCase(
        String name,
        MapBase base,
        MergeInput input,
        List<Map.Entry<String, String>> decisions,
        Optional<Options> merged) {

    private static final Set<String> KEYS =
            Set.of("base", "desired", "remove", "claims", "policies", "live", "decisions", "merged");

    static MergeCase read(Path file) {
        try {
            return read(file.getFileName().toString().replace(".yaml", ""), Files.readString(file));
        } catch (IOException e) {
            throw new AssertionError("cannot read " + file, e);
        }
    }

    static MergeCase read(String name, String text) {
        Map<String, Value> fields = tree(value(new Yaml().compose(new StringReader(text))));
        if (!KEYS.containsAll(fields.keySet())) {
            throw new IllegalArgumentException("unknown field in " + name);
        }
        return of(name, fields);
    }

    private static MergeCase of(String name, Map<String, Value> fields) {
        Options desired = new Options((Value.Tree) fields.get("desired"));
        Set<FieldPath> removals = fields.get("remove") instanceof Value.Array array
                ? array.items().stream()
                        .map(item -> FieldPath.parse(text(item)))
                        .collect(Collectors.toSet())
                : Set.of();
        MapBase base = base(fields.get("base"), desired);
        MergeInput input = new MergeInput(
                base,
                new Desired(desired, removals),
                new Options((Value.Tree) fields.get("live")),
                claims(fields.get("claims")),
                policies(fields.get("policies")),
                GatewayOptions.MERGE_RULES);
        Optional<Options> merged =
                fields.get("merged") instanceof Value.Tree tree ? Optional.of(new Options(tree)) : Optional.empty();
        return new MergeCase(name, base, input, decisions(fields.get("decisions")), merged);
    }

    private static List<Map.Entry<String, String>> decisions(Value listed) {
        return tree(listed).entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), text(entry.getValue())))
                .toList();
    }

    private static MapBase base(Value value, Options desired) {
        if (value instanceof Value.Tree tree) {
            Map<FieldPath, Value> applied = new TreeMap<>();
            tree.members().forEach((path, held) -> applied.put(FieldPath.parse(path), held));
            return MapBase.of(applied);
        }
        return switch (text(value)) {
            case "absent" -> MapBase.of(Map.of());
            case "lost" -> MapBase.lost(desired);
            default -> throw new IllegalArgumentException("base is absent, lost or a map");
        };
    }

    private static OtherOwners claims(Value value) {
        Map<FieldPath, String> owners = new TreeMap<>();
        if (value != null) {
            tree(value).forEach((path, owner) -> owners.put(FieldPath.parse(path), text(owner)));
        }
        return path -> owners.entrySet().stream()
                .filter(claim -> claim.getKey().overlaps(path))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static ConflictPolicies policies(Value value) {
        if (!(value instanceof Value.Tree tree)) {
            return ConflictPolicies.all(value == null ? ConflictPolicy.FAIL : policy(value));
        }
        Map<FieldPath, ConflictPolicy> byPath = new TreeMap<>();
        tree.members().forEach((path, policy) -> byPath.put(FieldPath.parse(path), policy(policy)));
        ConflictPolicy fallback = byPath.remove(FieldPath.of("default"));
        return new ConflictPolicies(fallback, byPath);
    }

    private static ConflictPolicy policy(Value value) {
        return ConflictPolicy.valueOf(text(value).toUpperCase(Locale.ROOT));
    }

    private static Map<String, Value> tree(Value value) {
        return ((Value.Tree) value).members();
    }

    private static String text(Value value) {
        return ((Value.Text) value).text();
    }

    private static Value value(Node node) {
        if (node instanceof MappingNode mapping) {
            Map<String, Value> members = new LinkedHashMap<>();
            for (NodeTuple member : mapping.getValue()) {
                members.put(((ScalarNode) member.getKeyNode()).getValue(), value(member.getValueNode()));
            }
            return new Value.Tree(members);
        }
        if (node instanceof SequenceNode sequence) {
            return new Value.Array(
                    sequence.getValue().stream().map(MergeCase::value).toList());
        }
        return scalar((ScalarNode) node);
    }

    private static Value scalar(ScalarNode node) {
        if (node.getTag().equals(Tag.NULL)) {
            return Value.Null.NULL;
        }
        if (node.getTag().equals(Tag.BOOL)) {
            return Value.of(Boolean.parseBoolean(node.getValue()));
        }
        boolean number = node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT);
        return number ? new Value.Numeral(node.getValue()) : Value.of(node.getValue());
    }

    @Override
    public String toString() {
        return name;
    }
}
