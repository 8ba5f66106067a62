package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.model.Fault;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A build whose parameters are checked before a goal. */
abstract class CheckedBuildTest {

    static final String USER = " (on the command line or in .mvn/maven.config)";

    @TempDir
    Path folder;

    Build build;

    @BeforeEach
    void startABuild() {
        build = new Build(folder);
    }

    void accepted(String goal) {
        assertThatCode(() -> check(goal).require()).as(goal).doesNotThrowAnyException();
    }

    String refused(String goal) {
        return fault(goal).problem();
    }

    Fault fault(String goal) {
        return catchThrowableOfType(Fault.class, () -> check(goal).require());
    }

    ParameterCheck check(String goal) {
        MojoExecution execution = new MojoExecution(plugin().getMojo(goal), "default-cli", MojoExecution.Source.CLI);
        BuildDescriptors descriptors = new BuildDescriptors(build.maven(), folder);
        return new ParameterCheck(build.maven(), execution, () -> descriptors.all(Optional.empty()));
    }

    PluginDescriptor plugin() {
        return build.execution().getMojoDescriptor().getPluginDescriptor();
    }

    Plugin ours(String configuration) {
        Plugin plugin = new Plugin();
        plugin.setGroupId(plugin().getGroupId());
        plugin.setArtifactId(plugin().getArtifactId());
        plugin.setVersion(plugin().getVersion());
        plugin.setConfiguration(configuration.isEmpty() ? null : dom(configuration));
        return plugin;
    }

    static PluginExecution execution(String configuration, String... goals) {
        PluginExecution execution = new PluginExecution();
        execution.setId("default-cli");
        execution.setGoals(List.of(goals));
        execution.setConfiguration(dom("<configuration>" + configuration + "</configuration>"));
        return execution;
    }

    private static Xpp3Dom dom(String text) {
        try {
            return Xpp3DomBuilder.build(new StringReader(text));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
