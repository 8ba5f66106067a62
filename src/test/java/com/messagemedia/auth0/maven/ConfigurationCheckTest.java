package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginManagement;
import org.junit.jupiter.api.Test;

/** Which elements of the plugin's {@code <configuration>} stop a goal. */
class ConfigurationCheckTest extends CheckedBuildTest {

    @Test
    void parametersOfAnyGoalMayStandInTheConfigurationOfThePlugin() {
        build.project()
                .getBuild()
                .addPlugin(
                        ours("<configuration><annotations>none</annotations><dryRun>true</dryRun><detail>true</detail>"
                                + "<allowedHosts><host>login.acme.example</host></allowedHosts></configuration>"));
        accepted("apply");
    }

    @Test
    void anExecutionHasTheParametersOfItsGoalsAndOfThePlugin() {
        Plugin plugin = ours("<configuration><dryRun>true</dryRun></configuration>");
        plugin.addExecution(execution(
                "<planFile>p.json</planFile><annotations>none</annotations><dryRun>true</dryRun>", "validate", "plan"));
        build.project().getBuild().addPlugin(plugin);
        accepted("plan");
    }

    @Test
    void anElementOfTheConfigurationThatNoGoalReadsIsAnError() {
        build.project()
                .getBuild()
                .addPlugin(ours("<configuration><dryrun>true</dryrun><nonsense>1</nonsense><skip>yes</skip>"
                        + "<session>x</session></configuration>"));
        String where = "In the plugin's <configuration> of the POM, ";
        assertThat(refused("apply").lines())
                .containsExactly(
                        where + "<dryrun> is not a parameter of this plugin. Did you mean <dryRun>?",
                        where + "<nonsense> is not a parameter of this plugin. Remove it.",
                        where + "<skip> is \"yes\", but it must be true or false.",
                        where + "<session> is not a parameter of this plugin. Remove it.");
    }

    @Test
    void theConfigurationOfPluginManagementAndOfTheExecutionIsCheckedToo() {
        Plugin plugin = ours("");
        plugin.addExecution(execution("<dryRun>true</dryRun><enviroment>prod</enviroment><skip/>", "apply"));
        Model model = build.project().getModel();
        model.getBuild().setPluginManagement(new PluginManagement());
        model.getBuild().getPluginManagement().addPlugin(plugin);
        String where = "In the <configuration> of execution default-cli of the POM, ";
        assertThat(refused("apply").lines())
                .containsExactly(
                        where
                                + "<dryRun> is not a parameter of that execution's goals, only of"
                                + " messagemedia:rollback.",
                        where + "<enviroment> is not a parameter of this plugin. Did you mean <environment>?",
                        where + "<skip> is empty, but it must be true or false.");
    }
}
