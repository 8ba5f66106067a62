package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.apply.SavedFleet;
import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.store.AtomicTextFile;
import com.messagemedia.auth0.testing.JUnitXml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The files of a plan for several environments. */
class FleetPlanFilesTest extends GoalTest {

    private static final List<String> FILES = List.of("plan.json", "plan.txt", "plan.md", "plan.html");

    private final Map<String, Sandbox> tenants = new TreeMap<>();

    @BeforeEach
    void startTheTenants() {
        StringBuilder environments = new StringBuilder("environments:\n");
        for (String name : List.of("dev", "prod-eu", "prod-us")) {
            Sandbox tenant = Sandbox.start(SandboxSettings.inMemory());
            tenants.put(name, tenant);
            environments
                    .append("  ")
                    .append(name)
                    .append(":\n    tenant: {domain: \"")
                    .append(tenant.address())
                    .append("\", clientId: sandbox-client-id, clientSecret: sandbox-client-secret-published}\n");
        }
        build().descriptor(SANDBOX.replace("tenant:\n  domain: sandbox\n", "")
                + environments
                + "    options: {disable_signup: true}\n");
    }

    @AfterEach
    void stopTheTenants() {
        tenants.values().forEach(Sandbox::close);
    }

    private String text(String name) {
        try {
            return Files.readString(folder.resolve("target/messagemedia").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SavedFleet saved(Path file) {
        return SavedFleet.read(new AtomicTextFile(file, "plan file"));
    }

    @Test
    @MojoParameter(name = "environment", value = "all")
    void oneOfEachFileIsAboutAllEnvironments(@InjectMojo(goal = "plan") PlanMojo plan) throws Exception {
        run(plan);
        SavedFleet saved = saved(folder.resolve("target/messagemedia/plan.json"));
        assertThat(saved.environments()).containsExactly("dev", "prod-eu", "prod-us");
        saved.requireAll(List.of("dev", "prod-eu", "prod-us"));
        assertThat(text("plan.txt"))
                .startsWith("ENVIRONMENT  TENANT")
                .contains("\ndev, prod-eu:\n  First adoption:", "\nprod-us:\n")
                .endsWith("Outcome of 3 environments: 3 pending.\n");
        assertThat(text("plan.md"))
                .startsWith("## 📝 SMS login, 3 environments: 3 with changes\n")
                .contains("### dev, prod-eu: 7 to add, 1 to change, 2 to remove", "### prod-us: 7 to add, 2 to change")
                .contains("`mvn messagemedia:apply -Dmessagemedia.environment=all -Dmessagemedia.planFile=plan.json`");
        assertThat(text("plan.html")).contains("<h1>3 environments</h1>", "Plan 2: 7 to add, 2 to change, 2 to remove");
        // The name of a provider's account that the sandbox publishes is no secret.
        FILES.forEach(name -> assertThat(text(name).replaceAll("AC0{32}", "AC")).doesNotContain(SECRETS));
        JUnitXml.requireValid(text("TEST-messagemedia.xml"));
        assertThat(text("TEST-messagemedia.xml")).contains("name=\"messagemedia:plan\" tests=\"3\" failures=\"0\"");
        assertThat(folder.resolve("target/messagemedia/dev")).doesNotExist();
    }

    @Test
    @MojoParameter(name = "environment", value = "all")
    void anEnvironmentWhosePlanFailsIsNamedInEachFile(@InjectMojo(goal = "plan") PlanMojo plan) {
        tenants.get("prod-eu").close();
        failure(plan);
        SavedFleet saved = saved(folder.resolve("target/messagemedia/plan.json"));
        assertThat(saved.environments()).containsExactly("dev", "prod-eu", "prod-us");
        assertThat(saved.plan("prod-eu")).isEmpty();
        assertThat(saved.plan("dev")).isPresent();
        assertThat(text("plan.txt"))
                .contains("1 of 3 environments failed: prod-eu.\nprod-eu: Getting a Management API");
        assertThat(text("plan.md")).contains("> - Failed: prod-eu.", "### What failed\n- **prod-eu:** Getting a");
        assertThat(text("plan.html")).contains("What failed", "<strong>prod-eu:</strong> Getting a Management API");
        assertThat(text("TEST-messagemedia.xml"))
                .contains(
                        "tests=\"3\" failures=\"1\"",
                        "name=\"prod-eu\" time=\"0\">\n      <failure message=\"Getting a Management API token");
    }

    @Test
    void theUserChoosesTheFileAndAnApplyTakesOneEnvironmentOutOfIt(
            @MojoParameter(name = "environment", value = "dev,prod-eu")
                    @MojoParameter(name = "planFile", value = "approved.json")
                    @InjectMojo(goal = "plan")
                    PlanMojo plan,
            @MojoParameter(name = "environment", value = "dev")
                    @MojoParameter(name = "planFile", value = "approved.json")
                    @InjectMojo(goal = "apply")
                    ApplyMojo one,
            @MojoParameter(name = "environment", value = "prod-us")
                    @MojoParameter(name = "planFile", value = "approved.json")
                    @InjectMojo(goal = "apply")
                    ApplyMojo missing) {
        run(plan);
        Path file = folder.resolve("approved.json");
        assertThat(saved(file).environments()).containsExactly("dev", "prod-eu");
        assertThat(file.resolveSibling("approved.md")).content().contains("-Dmessagemedia.planFile=approved.json`");
        run(one);
        assertThat(logged()).anyMatch(line -> line.startsWith("INFO Outcome: applied"));
        assertThat(failure(missing)).startsWith("The plan file " + file + " holds no plan of prod-us.");
    }
}
