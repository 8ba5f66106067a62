package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.phone.PhonePaths;
import com.messagemedia.auth0.descriptor.DeliveryRules;
import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The deliveries that the goals know, and those that the schema lets a descriptor choose. */
final class DeliveriesTest {

    private static final FieldPath DELIVERY = FieldPath.of("$defs", "delivery");

    @Test
    void schemaNamesEachDeliveryAndTheOneThatHoldsWithoutTheKey() throws Exception {
        Value.Array words = new Value.Array(Deliveries.CHOICES.all().stream()
                .map(DeliveryRules::name)
                .<Value>map(Value::of)
                .toList());
        assertThat(schema().get(DELIVERY.child("enum"))).contains(words);
        assertThat(schema().get(DELIVERY.child("default")))
                .contains(Value.of(Deliveries.GATEWAY.rules().name()));
    }

    @Test
    void everyDeliveryStandsInTheTableOfKeys() throws IOException {
        List<String> row = keys().stream()
                .filter(line -> line.startsWith("| `delivery` |"))
                .toList();
        assertThat(row).hasSize(1);
        assertThat(Deliveries.CHOICES.all())
                .allSatisfy(delivery -> assertThat(row.get(0)).contains("`" + delivery.name() + "`"));
    }

    /** A key may share its row with others, and a row may say what stands below it. */
    @Test
    void everyKeyThatADeliveryAddsStandsInTheTableOfKeys() throws Exception {
        String table = String.join("\n", keys());
        for (String section : List.of("messageMedia", "phoneProvider")) {
            FieldPath properties = FieldPath.of("$defs", section, "properties");
            Tree known = (Tree) schema().get(properties).orElseThrow();
            assertThat(known.members().keySet())
                    .isNotEmpty()
                    .allSatisfy(key -> assertThat(table).containsPattern("`(" + section + "\\.)?" + key + "[`.]"));
        }
        for (String type : PhonePaths.TEMPLATE_TYPES) {
            assertThat(table).contains("`" + type + "`");
        }
    }

    private static List<String> keys() throws IOException {
        return Files.readAllLines(Path.of("docs/DESCRIPTOR.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
    }

    private static Options schema() throws Exception {
        Path file = Path.of("docs/schema/messagemedia-auth0-1.schema.json");
        return new Options((Tree) Json.parse(Files.readString(file)));
    }
}
