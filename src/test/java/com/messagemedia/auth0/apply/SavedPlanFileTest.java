package com.messagemedia.auth0.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.redaction.Fingerprints;
import com.messagemedia.auth0.store.AtomicTextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no saved plan, and is told so. */
class SavedPlanFileTest {

    @TempDir
    private Path folder;

    /** Each with a check that is right, as by somebody who knows how it is made. */
    @ParameterizedTest
    @ValueSource(
            strings = {"{\"formatVersion\":1", "{\"formatVersion\":1,\"salt\":\"\"", "{\"formatVersion\":1,\"salt\":7"})
    void refusesAPlanWithoutASalt(String members) throws IOException {
        String check = new Fingerprints("messagemedia saved plan").of(Json.write(Json.parse(members + "}")));
        Path file = folder.resolve("plan.json");
        Files.writeString(file, members + ",\"check\":\"" + check + "\"}");
        Fault fault = catchThrowableOfType(Fault.class, () -> SavedPlan.read(new AtomicTextFile(file, "plan file")));
        assertThat(fault)
                .hasMessage(
                        "The plan file " + file + " is not a plan that messagemedia:plan wrote. Nothing was written.");
        assertThat(fault.remedy()).isEqualTo("Run messagemedia:plan again, and have the new plan approved.");
    }

    private AtomicTextFile file() {
        return new AtomicTextFile(folder.resolve("plan.json"), "plan file");
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
        Fault fault = catchThrowableOfType(Fault.class, () -> SavedPlan.read(file()));
        assertThat(fault)
                .hasMessage("The plan file " + folder.resolve("plan.json") + " " + problem + ". Nothing was written.");
        assertThat(fault.remedy()).isEqualTo("Run messagemedia:plan again, and have the new plan approved.");
    }

    @Test
    void missingFileIsRefused() {
        Fault fault = catchThrowableOfType(Fault.class, () -> SavedPlan.read(file()));
        assertThat(fault).hasMessage("There is no plan file " + folder.resolve("plan.json") + ".");
        assertThat(fault.remedy()).isEqualTo("Run messagemedia:plan first, or name the file it wrote.");
    }
}
