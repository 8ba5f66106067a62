package com.messagemedia.auth0.apply;

import static com.messagemedia.auth0.testing.Rehearsal.MESSAGE_MEDIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.delivery.PlanExecutor.Applied;
import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.Protection.Approval;
import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.redaction.Fingerprints;
import com.messagemedia.auth0.store.AtomicTextFile;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.RehearsalTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** A tenant and a descriptor that refers to a variable, and what a plan saved from them does. */
abstract class SavedPlanRehearsal extends RehearsalTest {

    static final String SECTION = MESSAGE_MEDIA.replace("\"+61491570156\"", "${env.SENDER}");

    @BeforeEach
    final void describe() {
        rehearsal.describe(SECTION).variable("SENDER", "+61491570156");
    }

    final AtomicTextFile file() {
        return new AtomicTextFile(folder.resolve("plan.json"), "plan file");
    }

    final String save(Choices choices) throws IOException {
        rehearsal.<Boolean>with(choices, planner -> {
            new Apply(planner).saved(planner.plan()).write(file());
            return true;
        });
        return Files.readString(folder.resolve("plan.json"));
    }

    final Applied applySaved(Choices choices) {
        return rehearsal.with(choices, planner -> {
            SavedPlan approved = SavedPlan.read(file());
            PreparedChange planned = planner.planToApply();
            new Apply(planner).requireSame(approved, planned);
            return new Apply(planner).run(planned, Approval.NOBODY);
        });
    }

    final boolean isAlreadyApplied(Choices choices) {
        return rehearsal.with(
                choices, planner -> new Apply(planner).isAlreadyApplied(SavedPlan.read(file()), planner.planToApply()));
    }

    final void refusedBecause(Choices choices, String difference) {
        List<Tree> before = rehearsal.sandbox().tenant().connections();
        Fault fault = catchThrowableOfType(Fault.class, () -> applySaved(choices));
        assertThat(fault).hasMessage("The approved plan no longer fits: " + difference + ". Nothing was written.");
        assertThat(fault.remedy()).isEqualTo("Run messagemedia:plan again, and have the new plan approved.");
        assertThat(fault.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(rehearsal.sandbox().tenant().connections()).isEqualTo(before);
    }

    /** Writes a plan with a check that is right, as somebody would who knows how it is made. */
    final void writeWithCheck(Map<String, Value> members) throws IOException {
        Map<String, Value> checked = new LinkedHashMap<>(members);
        checked.remove("check");
        checked.put("check", Value.of(new Fingerprints("messagemedia saved plan").of(Json.write(new Tree(checked)))));
        Files.writeString(folder.resolve("plan.json"), Json.write(new Tree(checked)));
    }
}
