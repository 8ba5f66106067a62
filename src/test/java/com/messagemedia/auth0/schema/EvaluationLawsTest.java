package com.messagemedia.auth0.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.schema.Evaluation.Breach;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** The evaluation marks the same places as a validator that knows all of JSON Schema. */
final class EvaluationLawsTest {

    private static final MappingNode ROOT = SchemaReader.read(DescriptorSchema.text());
    private static final SchemaNode OURS = new SchemaNode(ROOT);
    private static final Schema OTHER = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(DescriptorSchema.text());

    static List<Integer> seeds() {
        return new Random(20261127).ints(400).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void marksThePlacesThatAnotherValidatorMarks(int seed) {
        String document = document(seed);

        assertThat(marks(document)).as(document).isEqualTo(marksOfAnother(document));
    }

    /** Documents without a fault show that nothing is marked by mistake; those with few, that no fault hides behind another. */
    @Test
    void seesDocumentsOfEachKind() {
        Map<Boolean, Long> clean = seeds().stream()
                .collect(Collectors.partitioningBy(seed -> marks(document(seed)).isEmpty(), Collectors.counting()));

        assertThat(clean.get(true)).isGreaterThan(50);
        assertThat(clean.get(false)).isGreaterThan(200);
    }

    private static String document(int seed) {
        Random random = new Random(seed);
        return new Documents(random, List.of(6, 40, 1000).get(random.nextInt(3))).object(OURS);
    }

    private static Set<String> marks(String document) {
        Node node = new Yaml().compose(new StringReader(document));
        Set<String> marks = new TreeSet<>();
        for (Breach breach : Evaluation.of(OURS, node)) {
            boolean ofAKey = Set.of("required", "additionalProperties").contains(breach.keyword());
            int length = breach.path().size() - (ofAKey ? 1 : 0);
            marks.add("/" + String.join("/", breach.path().subList(0, length)));
        }
        return marks;
    }

    private static Set<String> marksOfAnother(String document) {
        Set<String> marks = new TreeSet<>();
        for (Error error : OTHER.validate(document, InputFormat.JSON)) {
            if (!error.getSchemaLocation().toString().contains("#/$defs/editor")) {
                String place = error.getInstanceLocation().toString();
                marks.add(place.isEmpty() ? "/" : place);
            }
        }
        return marks;
    }

    /**
     * Documents in JSON that break the schema in many places, in few or in none.
     *
     * @param care how many values are right for one that may not be
     */
    private record Documents(Random random, int care) {

        private static final List<String> SCALARS = List.of(
                "\"\"",
                "\"a\"",
                "\"${env.A}\"",
                "\"A B\"",
                "\"+4479\"",
                "0",
                "1",
                "1.0",
                "3",
                "4.5",
                "40",
                "41",
                "59",
                "60",
                "1.5e+1",
                "true",
                "false",
                "null",
                "[]",
                "{}",
                "[\"a\", \"a\"]",
                "[1, \"text\"]",
                "{\"a\": null}");
        private static final List<Integer> LENGTHS =
                List.of(7, 8, 16, 17, 20, 21, 64, 65, 128, 129, 255, 256, 5120, 5121, 20000, 20001);
        private static final List<String> KEYS = List.of("dev", "+44", "default", "totp.length", "other", "a b");

        String object(SchemaNode rule) {
            List<String> members = new ArrayList<>();
            List<String> required =
                    rule.equals(OURS) ? List.of("version", "tenant") : List.of("domain", "from", "text");
            for (String key : rule.keys()) {
                if (random.nextInt(3) == 0 || (required.contains(key) && !slips())) {
                    members.add(member(rule, key));
                }
            }
            String other = KEYS.get(random.nextInt(KEYS.size()));
            boolean open = rule.keys().size() < 2 && rule.field(other).isPresent();
            if (!rule.keys().contains(other) && (open || slips())) {
                members.add(member(rule, other));
            }
            return "{" + String.join(", ", members) + "}";
        }

        private boolean slips() {
            return random.nextInt(care) == 0;
        }

        private String member(SchemaNode rule, String key) {
            return "\"" + key + "\": " + rule.field(key).map(this::value).orElse("1");
        }

        private String value(SchemaNode rule) {
            if (slips()) {
                return random.nextInt(4) == 0
                        ? "\"" + "a".repeat(LENGTHS.get(random.nextInt(LENGTHS.size()))) + "\""
                        : SCALARS.get(random.nextInt(SCALARS.size()));
            }
            Set<String> types = rule.types();
            if (types.contains("object")) {
                return object(rule);
            }
            if (types.contains("array")) {
                return "[" + value(rule.field("0").orElseThrow()) + "]";
            }
            return scalar(rule, types);
        }

        private String scalar(SchemaNode rule, Set<String> types) {
            List<String> choices = rule.choices();
            if (!choices.isEmpty()) {
                return "\"" + choices.get(random.nextInt(choices.size())) + "\"";
            }
            if (types.contains("boolean") || types.contains("integer")) {
                return types.contains("boolean") ? "true" : "60";
            }
            return rule.member("const").isPresent() ? "1" : "\"abcdefgh\"";
        }
    }
}
