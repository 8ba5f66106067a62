package com.messagemedia.auth0.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

final class DescriptorSchemaTest {

    private static final String ID =
            "https://messagemedia.github.io/messagemedia-maven-plugin/schema/messagemedia-auth0-1.schema.json";

    /** Definitions that stand for no key: what they said would stand in an editor in place of the key's own words. */
    private static final Pattern NAMELESS = Pattern.compile("reference|editor[A-Z]\\w*");

    private static final Set<String> BRANCHES = Set.of("allOf", "anyOf", "oneOf", "if", "then", "else");

    private final DescriptorSchema schema = DescriptorSchema.get();

    private static Node yaml(String text) {
        return new Yaml().compose(new StringReader(text));
    }

    private static String text() throws IOException {
        try (var resource = DescriptorSchema.class.getResourceAsStream(DescriptorSchema.RESOURCE)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<String> violations(String document) {
        return schema.violations(yaml(document)).stream()
                .map(found -> String.join(".", found.path()) + " " + found.problem())
                .sorted()
                .toList();
    }

    @Test
    void isASchemaOfItsDialectUnderItsPublishedName() throws IOException {
        var dialect = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));

        assertThat(dialect.validate(text(), InputFormat.JSON)).isEmpty();
        assertThat(dialect.validate("{\"type\": \"text\"}", InputFormat.JSON)).isNotEmpty();
        assertThat(published().get("$id")).isEqualTo(ID);
    }

    @Test
    void explainsEveryField() throws IOException {
        Map<String, Boolean> explained = new TreeMap<>();
        collect("", yaml(text()), explained);

        assertThat(explained).hasSizeGreaterThan(50).doesNotContainValue(false);
    }

    /** Fields are the members of every {@code properties}, unless they refer to a definition that explains itself. */
    private static void collect(String place, Node node, Map<String, Boolean> explained) {
        if (!(node instanceof MappingNode mapping)) {
            return;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String name = ((ScalarNode) tuple.getKeyNode()).getValue();
            boolean fields = (place.endsWith("/properties") || place.endsWith("/$defs"))
                    && !place.startsWith("/if")
                    && !place.startsWith("/else")
                    && !place.contains("/editor");
            if (fields && !NAMELESS.matcher(name).matches()) {
                explained.put(place + "/" + name, explains(tuple.getValueNode()));
            }
            collect(place + "/" + name, tuple.getValueNode(), explained);
        }
    }

    private static boolean explains(Node field) {
        List<String> keys = ((MappingNode) field)
                .getValue().stream()
                        .map(tuple -> ((ScalarNode) tuple.getKeyNode()).getValue())
                        .toList();
        return keys.contains("$ref") || keys.containsAll(List.of("title", "description"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{version: 1, tenant: {domain: sandbox}}",
                "{version: 1, environments: {dev: {tenant: {clientId: a}}, prod: null}}",
                "{version: 1, tenant: {clientId: a}, messageMedia: {server: m}, environments: {dev: {}}}",
                "{version: 1, tenant: {domain: sandbox}, options: {totp: {length: \"${env.LENGTH}\"}, new_one: [1]}}",
                "{version: 1, tenant: {domain: sandbox}, state: \"${env.STATE}\", createIfMissing: \"${env.CREATE}\"}",
                "{version: 1, tenant: {domain: sandbox}, onConflict: keep}",
                "{version: 1, tenant: {domain: sandbox}, delivery: phoneProvider, phoneProvider: {manage: false}}",
                "{version: 1, tenant: {domain: sandbox}, phoneProvider: {templates: {otp_verify: {disabled: true}}}}",
                "{version: 1, tenant: {domain: sandbox}, messageMedia: {from: Acme, region: eu, senders: {\"+44\": Acme}}}",
                "{version: 1, tenant: {domain: sandbox}, onConflict: {default: \"${policy}\", totp.length: keep}}",
                "{version: 1, tenant: {domain: sandbox}, options: {messaging_service_sid: null, upstream_params: null}}",
            })
    void takesWhatAnEditorShouldTake(String document) {
        assertThat(violations(document)).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | tenant is missing, version is missing",
                "{version: 1} | tenant is missing",
                "{version: 1, environments: {}} | tenant is missing",
                "{version: 1, tenant: {}} | tenant.domain is missing",
                "{version: 1, tenant: {domian: x}} | tenant.domian is not a known key",
                "{version: 1, environments: {dev: {tenant: {x: 1}}}} | environments.dev.tenant.x is not a known key",
                "{version: 1, environments: {dev: {version: 1}}} | environments.dev.version is not a known key",
                "{version: 1, environments: {a b: {}}} | environments.a b is not a legal name",
                "{version: 1, tenant: {domain: x}, delivery: x} | delivery must be one of gateway, phoneProvider",
                "{version: 1, tenant: {domain: x}, phoneProvider: {deliveryMethods: []}} | phoneProvider.deliveryMethods is empty",
                "{version: 1, tenant: {domain: x}, phoneProvider: {deliveryMethods: [sms]}} | phoneProvider.deliveryMethods.0 must be one of text, voice",
                "{version: 1, tenant: {domain: x}, phoneProvider: {templates: {otp_enroll: {}}}} | phoneProvider.templates.otp_enroll is empty",
                "{version: 1, tenant: {domain: x}, messageMedia: {from: Acme, senders: {44: Acme}}} | messageMedia.senders.44 is not a legal name",
                "{version: 1, tenant: {domain: x}, owner: a b} | owner does not have the expected form",
                "{version: 1, tenant: {domain: x}, onConflict: no} | onConflict must be one of fail, overwrite, keep",
                "{version: 1, tenant: {domain: x}, options: {template: 5}} | options.template must be text",
                "{version: 1, tenant: {domain: x}, options: {totp: {length: x}}} | options.totp.length must be a whole number",
            })
    void tellsEachFaultOnce(String document, String expected) {
        assertThat(String.join(", ", violations(document))).isEqualTo(expected);
    }

    @Test
    void neverRepeatsAValue() {
        String document =
                "{version: hunter2, owner: \"hunter 2\", tenant: {domain: x, token: [hunter2]}, state: hunter2,"
                        + " messageMedia: {apiKey: \"" + "hunter2".repeat(20)
                        + "\", from: x}, options: {syntax: hunter2}}";

        assertThat(schema.violations(yaml(document)))
                .hasSize(6)
                .noneMatch(found -> found.toString().contains("hunter"));
    }

    @Test
    void knowsTheTypesOfAField() {
        assertThat(schema.types(List.of("options", "totp", "length"))).containsExactly("integer", "string");
        assertThat(schema.types(List.of("environments", "dev", "options", "syntax")))
                .containsExactly("string");
        assertThat(schema.types(List.of("options", "unheard_of"))).isEmpty();
        assertThat(schema.types(List.of("remove", "0"))).containsExactly("string");
        assertThat(schema.types(List.of("onConflict", "template"))).containsExactly("string");
    }

    /** What an editor shows for each key of a document. */
    private static void undescribed(String pointer, Map<?, ?> schema, List<String> found) {
        schema.forEach((key, value) -> {
            if (value instanceof Map<?, ?> rule) {
                String place = pointer + "/" + key;
                boolean field = pointer.endsWith("properties") || pointer.endsWith("patternProperties");
                boolean condition =
                        pointer.contains("/else/") || pointer.startsWith("/if/") || pointer.contains("/editor");
                if (field && !condition && !rule.containsKey("description") && !rule.containsKey("$ref")) {
                    found.add(place);
                }
                undescribed(place, rule, found);
            }
        });
    }

    private static Map<?, ?> published() throws IOException {
        try (InputStream schema = DescriptorSchema.class.getResourceAsStream(DescriptorSchema.RESOURCE)) {
            return new Yaml().load(schema);
        }
    }

    @Test
    void describesEveryKeyToAnEditor() throws IOException {
        List<String> found = new ArrayList<>();
        undescribed("", published(), found);
        Map<?, ?> definitions = (Map<?, ?>) published().get("$defs");

        assertThat(found).isEmpty();
        assertThat(definitions)
                .allSatisfy((name, definition) -> assertThat(keys(definition))
                        .contains(NAMELESS.matcher(name.toString()).matches() ? "$comment" : "description"));
    }

    private static List<String> keys(Object rule) {
        return ((Map<?, ?>) rule).keySet().stream().map(Object::toString).toList();
    }

    /** A branch below a key that describes itself: an editor may show its words in place of the key's. */
    private static void described(
            String place, Object node, boolean branch, Map<?, ?> definitions, List<String> found) {
        if (node instanceof List<?> list) {
            list.forEach(item -> described(place, item, branch, definitions, found));
        } else if (node instanceof Map<?, ?> rule) {
            if (branch && rule.containsKey("description")) {
                found.add(place);
            }
            if (branch && rule.get("$ref") instanceof String reference) {
                String name = reference.substring(reference.lastIndexOf('/') + 1);
                described(place + " to " + name, definitions.get(name), true, definitions, found);
            }
            rule.forEach((key, value) ->
                    described(place + "/" + key, value, BRANCHES.contains(key.toString()), definitions, found));
        }
    }

    @Test
    void showsNoWordsOfABranchInPlaceOfTheKeysOwn() throws IOException {
        List<String> found = new ArrayList<>();
        described("", published(), false, (Map<?, ?>) published().get("$defs"), found);

        assertThat(found).isEmpty();
    }

    /** An editor offers examples and defaults as they are; of an object it makes a text that nobody can use. */
    @Test
    void offersNoObjectWhereAWordIsMeant() throws IOException {
        Map<?, ?> definitions = (Map<?, ?>) published().get("$defs");
        List<?> examples = (List<?>) ((Map<?, ?>) definitions.get("onConflict")).get("examples");

        assertThat(examples).allSatisfy(example -> assertThat(example).isInstanceOf(String.class));
    }
}
