package com.messagemedia.auth0.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.store.AtomicTextFile;
import com.messagemedia.auth0.testing.Choices;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The saved plans of several environments in one file. */
final class SavedFleetTest extends SavedPlanRehearsal {

    private static final List<String> ENVIRONMENTS = List.of("prod-us", "dev", "broken");

    private final Map<String, SavedPlan> plans = new TreeMap<>();

    /** Plans two of three environments; planning the third one fails. */
    @BeforeEach
    void planTheEnvironments() {
        SavedPlan plan = rehearsal.with(Choices.NONE, planner -> new Apply(planner).saved(planner.plan()));
        for (String environment : List.of("dev", "prod-us")) {
            plans.put(environment, of(plan, environment));
        }
        SavedFleet.write(file(), ENVIRONMENTS, plans);
    }

    private static SavedPlan of(SavedPlan plan, String environment) {
        Map<String, Value> members = new LinkedHashMap<>(plan.members());
        members.put("environment", Value.of(environment));
        return SavedPlan.of(SavedFile.checked(members)).orElseThrow();
    }

    private String text() throws IOException {
        return Files.readString(folder.resolve("plan.json"));
    }

    private void refused(String problem, Consumer<SavedFleet> use) {
        Fault fault = catchThrowableOfType(Fault.class, () -> use.accept(SavedFleet.read(file())));
        assertThat(fault)
                .hasMessage("The plan file " + folder.resolve("plan.json") + " " + problem + ". Nothing was written.");
        assertThat(fault.remedy()).isEqualTo("Run messagemedia:plan for each of them, and have the new plan approved.");
        assertThat(fault.outcome()).isEqualTo(Outcome.REFUSED);
    }

    private void refusedFile(String problem) {
        Fault fault = catchThrowableOfType(Fault.class, () -> SavedFleet.read(file()));
        assertThat(fault)
                .hasMessage("The plan file " + folder.resolve("plan.json") + " " + problem + ". Nothing was written.");
        assertThat(fault.remedy()).isEqualTo("Run messagemedia:plan again, and have the new plan approved.");
    }

    @Test
    void eachPlanComesBackAndTheOrderIsThatOfTheDescriptor() throws Exception {
        SavedFleet fleet = SavedFleet.read(file());
        assertThat(fleet.environments()).containsExactlyElementsOf(ENVIRONMENTS);
        assertThat(fleet.plan("dev").orElseThrow().members())
                .isEqualTo(plans.get("dev").members());
        assertThat(fleet.plan("prod-us").orElseThrow().members())
                .isEqualTo(plans.get("prod-us").members());
        assertThat(fleet.plan("broken")).isEmpty();
        assertThat(fleet.plan("other")).isEmpty();
        assertThat(text()).containsSubsequence("\"environment\": \"prod-us\"", "\"environment\": \"dev\"");
        fleet.requireAll(List.of("dev", "prod-us"));
        fleet.requireAll(List.of("dev"));
        assertThat(fleet.only(Optional.of("dev")).environment()).isEqualTo("dev");
    }

    @Test
    void anEnvironmentWithoutPlanIsNamed() {
        refused("holds no plan of prod-eu, test", fleet -> fleet.requireAll(List.of("dev", "prod-eu", "test")));
        refused("holds no plan of broken, because planning failed there", fleet -> fleet.requireAll(List.of("broken")));
        refused(
                "holds no plan of prod-eu, and planning failed for broken",
                fleet -> fleet.requireAll(List.of("broken", "prod-eu")));
        refused("holds no plan of prod-eu", fleet -> fleet.only(Optional.of("prod-eu")));
        refused("holds no plan of broken, because planning failed there", fleet -> fleet.only(Optional.of("broken")));
        refused(
                "holds the plans of 3 environments, and the descriptor has no environments",
                fleet -> fleet.only(Optional.empty()));
    }

    @Test
    void oneEnvironmentMayStandAloneInAFile() {
        SavedFleet.write(file(), List.of("dev"), plans);
        SavedFleet.read(file()).requireAll(List.of("dev"));
        refused(
                "holds the plans of 1 environment, and the descriptor has no environments",
                fleet -> fleet.only(Optional.empty()));
    }

    @Test
    void theFileOfASinglePlanIsReadButIsNotEnoughForSeveral() {
        plans.get("dev").write(file());
        SavedFleet single = SavedFleet.read(file());
        assertThat(single.environments()).containsExactly("dev");
        assertThat(single.only(Optional.of("dev")).environment()).isEqualTo("dev");
        // The comparison with the plan of prod-us then says what differs.
        assertThat(single.only(Optional.of("prod-us")).environment()).isEqualTo("dev");
        refused(
                "holds one plan, of dev, and none of prod-us, prod-eu",
                fleet -> fleet.requireAll(List.of("dev", "prod-us", "prod-eu")));
        of(plans.get("dev"), "").write(file());
        refused(
                "holds one plan, of a descriptor without environments, and none of dev",
                fleet -> fleet.requireAll(List.of("dev")));
    }

    @Test
    void aPlanOfADescriptorWithoutEnvironmentsStandsAlone() {
        SavedPlan plan = rehearsal.with(Choices.NONE, planner -> new Apply(planner).saved(planner.plan()));
        SavedFleet.write(file(), List.of("dev", ""), Map.of("dev", plans.get("dev"), "", plan));
        refusedFile("is not a plan that messagemedia:plan wrote");
        plan.write(file());
        assertThat(rehearsal.<Outcome>with(Choices.NONE, planner -> {
                    var planned = planner.planToApply();
                    SavedPlan approved = SavedFleet.read(file()).only(Optional.empty());
                    new Apply(planner).requireSame(approved, planned);
                    return new Apply(planner).run(planned, environment -> false).outcome();
                }))
                .isEqualTo(Outcome.APPLIED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "\"broken\"~\"other\"",
                "\"from\": \"~\"from\": \"A",
                "\"plugin\": \"~\"plugin\": \"x",
                "\"applicable\": true~\"applicable\": false",
                "\"check\": \"~\"check\": \"A"
            })
    void fileEditedByHandIsRefused(String before, String after) throws IOException {
        String text = text();
        assertThat(text).contains(before);
        Files.writeString(folder.resolve("plan.json"), text.replace(before, after));
        refusedFile("was edited after messagemedia:plan wrote it");
    }

    /** Somebody may also know how the check is made. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"environments\":[\"dev\"]}",
                "{\"environments\":[\"dev\",\"dev\",\"prod-us\"]}",
                "{\"environments\":[\"dev\",7,\"prod-us\"]}",
                "{\"environments\":[\"dev\",\"\",\"prod-us\"]}",
                "{\"environments\":{}}",
                "{\"plans\":{}}",
                "{\"plans\":[7]}",
                "{\"plans\":[{}]}",
                "{\"more\":7}"
            })
    void fileWithOtherPartsIsRefused(String other) throws Exception {
        Map<String, Value> members = new LinkedHashMap<>(((Tree) Json.parse(text())).members());
        members.putAll(((Tree) Json.parse(other)).members());
        writeWithCheck(members);
        refusedFile("is not a plan that messagemedia:plan wrote");
    }

    @Test
    void oneEnvironmentHasOnePlanAndEachPlanIsWhole() throws Exception {
        Map<String, Value> members = new LinkedHashMap<>(((Tree) Json.parse(text())).members());
        Tree plan = new Tree(plans.get("dev").members());
        members.put("plans", new Array(List.of(plan, plan)));
        writeWithCheck(members);
        refusedFile("is not a plan that messagemedia:plan wrote");
        Map<String, Value> edited = new LinkedHashMap<>(plan.members());
        edited.put("applicable", Value.of(false));
        members.put("plans", new Array(List.of(new Tree(edited))));
        writeWithCheck(members);
        refusedFile("is not a plan that messagemedia:plan wrote");
        edited.remove("salt");
        members.put("plans", new Array(List.of(SavedFile.checked(edited))));
        writeWithCheck(members);
        refusedFile("is not a plan that messagemedia:plan wrote");
    }

    @Test
    void twoHundredEnvironmentsFitEasily() {
        Map<String, SavedPlan> many = new LinkedHashMap<>();
        for (int number = 1; number <= 200; number++) {
            many.put("prod-" + number, of(plans.get("dev"), "prod-" + number));
        }
        AtomicTextFile file = file();
        SavedFleet.write(file, List.copyOf(many.keySet()), many);
        SavedFleet.read(file).requireAll(List.copyOf(many.keySet()));
        assertThat(folder.resolve("plan.json").toFile().length()).isLessThan(1 << 20);
    }
}
