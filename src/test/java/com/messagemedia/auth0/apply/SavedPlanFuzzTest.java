package com.messagemedia.auth0.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.http.Json.JsonFormatException;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.redaction.Fingerprints;
import com.messagemedia.auth0.store.AtomicTextFile;
import com.messagemedia.auth0.testing.Seeds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is taken for a saved plan: it is one that can be compared, or a fault. */
final class SavedPlanFuzzTest {

    private static Path file;

    @BeforeAll
    static void nameTheFile() throws IOException {
        file = Files.createTempFile("plan", ".json");
    }

    @AfterAll
    static void deleteTheFile() throws IOException {
        Files.delete(file);
    }

    static Stream<byte[]> plans() {
        return Seeds.texts(
                "{\"formatVersion\":1,\"plugin\":\"p\",\"tenant\":\"t\",\"salt\":\"0123456789abcdef\",\"live\":{\"from\":\"x\"}}",
                "{\"formatVersion\":1}",
                "{\"formatVersion\":1,\"salt\":\"\"}",
                "{\"formatVersion\":1,\"environments\":[\"dev\"],\"plans\":[]}",
                "{\"formatVersion\":2}",
                "[]");
    }

    @MethodSource("plans")
    @FuzzTest
    void isAPlanOrAFault(byte[] bytes) throws IOException {
        read(bytes);
        try {
            if (Json.parse(new String(bytes, StandardCharsets.UTF_8)) instanceof Value.Tree tree) {
                read(checked(tree).getBytes(StandardCharsets.UTF_8));
            }
        } catch (JsonFormatException e) {
            assertThat(e).hasNoCause();
        }
    }

    /** The plan with the check that a writer of the plugin's own skill would give it. */
    private static String checked(Value.Tree tree) {
        Map<String, Value> members = new LinkedHashMap<>(tree.members());
        members.remove(SavedFile.CHECK);
        String check = new Fingerprints("messagemedia saved plan").of(Json.write(new Value.Tree(members)));
        members.put(SavedFile.CHECK, Value.of(check));
        return Json.write(new Value.Tree(members));
    }

    private static void read(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        try {
            SavedPlan plan = SavedPlan.read(new AtomicTextFile(file, "plan file"));
            assertThat(plan.key().of("x")).hasSize(Fingerprints.LENGTH);
        } catch (Fault e) {
            assertThat(e.problem()).contains(file.toString());
        }
        try {
            SavedFleet fleet = SavedFleet.read(new AtomicTextFile(file, "plan file"));
            assertThat(fleet.environments()).doesNotHaveDuplicates();
        } catch (Fault e) {
            assertThat(e.problem()).contains(file.toString());
        }
    }
}
