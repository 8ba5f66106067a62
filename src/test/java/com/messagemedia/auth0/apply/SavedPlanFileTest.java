package com.messagemedia.auth0.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.testing.Choices;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which file is a saved plan, and why another is refused. */
final class SavedPlanFileTest extends SavedPlanRehearsal {

    private void refusedFile(String problem) {
        Fault fault = catchThrowableOfType(Fault.class, () -> SavedPlan.read(file()));
        assertThat(fault)
                .hasMessage("The plan file " + folder.resolve("plan.json") + " " + problem + ". Nothing was written.");
        assertThat(fault.remedy()).isEqualTo("Run messagemedia:plan again, and have the new plan approved.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"formatVersion\":1", "{\"formatVersion\":1,\"salt\":\"\"", "{\"formatVersion\":1,\"salt\":7"})
    void refusesAPlanWithoutASalt(String members) throws Exception {
        writeWithCheck(((Tree) Json.parse(members + "}")).members());
        refusedFile("is not a plan that messagemedia:plan wrote");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{}~is not a plan that messagemedia:plan wrote",
                "[1]~is not a plan that messagemedia:plan wrote",
                "{\"formatVersion\":2}~has another format version than this plugin writes",
                "{\"formatVersion\":1}~was edited after messagemedia:plan wrote it",
                "nonsense~is damaged"
            })
    void otherFilesAreRefused(String text, String problem) throws IOException {
        Files.writeString(folder.resolve("plan.json"), text);
        refusedFile(problem);
    }

    @Test
    void missingFileIsRefused() {
        Fault fault = catchThrowableOfType(Fault.class, () -> SavedPlan.read(file()));
        assertThat(fault).hasMessage("There is no plan file " + folder.resolve("plan.json") + ".");
        assertThat(fault.remedy()).isEqualTo("Run messagemedia:plan first, or name the file it wrote.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "\"from\": \"~\"from\": \"A",
                "\"action\": \"remove\"~\"action\": \"change\"",
                "\"plugin\": \"~\"plugin\": \"x",
                "\"applicable\": true~\"applicable\": false",
                "\"check\": \"~\"check\": \"A"
            })
    void fileEditedByHandIsRefused(String before, String after) throws IOException {
        String text = save(Choices.NONE);
        assertThat(text).contains(before);
        rehearsal.write(folder.resolve("plan.json"), text.replace(before, after));
        refusedFile("was edited after messagemedia:plan wrote it");
    }

    @Test
    void fileCutShortIsRefused() throws IOException {
        String text = save(Choices.NONE);
        rehearsal.write(folder.resolve("plan.json"), text.substring(0, text.length() / 2));
        refusedFile("is damaged");
    }

    @Test
    void layoutOfTheFileDoesNotMatter() throws IOException {
        String text = save(Choices.NONE);
        rehearsal.write(folder.resolve("plan.json"), text.replaceAll("\n *", " "));
        assertThat(applySaved(Choices.NONE).outcome()).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void planOfAnEarlierVersionThatNamesNoReferenceIsTaken() throws Exception {
        Map<String, Value> members = new LinkedHashMap<>(((Tree) Json.parse(save(Choices.NONE))).members());
        Map<String, Value> changes = new LinkedHashMap<>();
        ((Tree) members.get("changes")).members().forEach((path, change) -> {
            Map<String, Value> rest = new LinkedHashMap<>(((Tree) change).members());
            assertThat(rest.containsKey("references")).isEqualTo(path.equals("from"));
            rest.keySet().removeAll(List.of("references", "line"));
            changes.put(path, new Tree(rest));
        });
        members.put("changes", new Tree(changes));
        writeWithCheck(members);
        assertThat(applySaved(Choices.NONE).outcome()).isEqualTo(Outcome.APPLIED);
    }
}
