package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Maven binds to each goal: names, properties, types, defaults. */
class ParametersTest extends GoalTest {

    private static final String SHARED = """
            basedir : java.io.File = ${basedir}
            execution : org.apache.maven.plugin.MojoExecution = ${mojoExecution}
            session : org.apache.maven.execution.MavenSession = ${session}
            skip : boolean ${messagemedia.skip} = false
            """;
    private static final String DESCRIPTOR = """
            file : java.io.File ${messagemedia.file}
            """;
    private static final String READING = DESCRIPTOR + """
            allowedReferences : java.util.List ${messagemedia.allowedReferences}
            artifact : java.lang.String ${messagemedia.artifact}
            environment : java.lang.String ${messagemedia.environment}
            failOnWarnings : boolean ${messagemedia.failOnWarnings} = false
            """;
    private static final String TENANT = READING + """
            allowedHosts : java.util.List ${messagemedia.allowedHosts}
            onConflict : java.lang.String ${messagemedia.onConflict}
            plugin : org.apache.maven.plugin.descriptor.PluginDescriptor = ${plugin}
            sandboxFile : java.io.File ${messagemedia.sandboxFile}
            timeout : int ${messagemedia.timeout} = 60
            """;
    private static final String CONTINUE = "continueOnError : boolean ${messagemedia.continueOnError} = false\n";
    private static final String PARALLEL = "parallel : int ${messagemedia.parallel} = 24\n";

    private static final Map<String, String> OWN = Map.of(
            "validate", READING + """
                            annotations : java.lang.String ${messagemedia.annotations} = auto
                            """,
            "plan", TENANT + PARALLEL + """
                            failOnChanges : boolean ${messagemedia.failOnChanges} = false
                            planFile : java.io.File ${messagemedia.planFile}
                            """,
            "verify", TENANT + PARALLEL + """
                            annotations : java.lang.String ${messagemedia.annotations} = auto
                            failOnPending : boolean ${messagemedia.failOnPending} = false
                            """,
            "try", TENANT + """
                            clientId : java.lang.String ${messagemedia.clientId}
                            clientServer : java.lang.String ${messagemedia.clientServer}
                            confirm : boolean ${messagemedia.confirm} = false
                            direct : boolean ${messagemedia.direct} = false
                            to : java.lang.String ${messagemedia.to}
                            """,
            "sandbox", """
                    port : int ${messagemedia.port} = 8642
                    sandboxFile : java.io.File ${messagemedia.sandboxFile}
                    sandboxTenant : java.lang.String ${messagemedia.sandboxTenant} = older
                    """,
            "apply", TENANT + PARALLEL + CONTINUE + """
                            adopt : java.util.List ${messagemedia.adopt}
                            approve : java.util.List ${messagemedia.approve}
                            backupDirectory : java.io.File ${messagemedia.backupDirectory}
                            backupServer : java.lang.String ${messagemedia.backupServer}
                            planFile : java.io.File ${messagemedia.planFile}
                            preflight : java.lang.String ${messagemedia.preflight} = auto
                            region : java.lang.String ${messagemedia.region}
                            takeOver : java.util.List ${messagemedia.takeOver}
                            """,
            "rollback", TENANT + PARALLEL + CONTINUE + """
                            approve : java.util.List ${messagemedia.approve}
                            backup : java.io.File ${messagemedia.backup}
                            backupDirectory : java.io.File ${messagemedia.backupDirectory}
                            backupServer : java.lang.String ${messagemedia.backupServer}
                            dryRun : boolean ${messagemedia.dryRun} = false
                            preflight : java.lang.String ${messagemedia.preflight} = auto
                            region : java.lang.String ${messagemedia.region}
                            run : java.lang.String ${messagemedia.run}
                            takeOver : java.util.List ${messagemedia.takeOver}
                            """,
            "doctor", TENANT + PARALLEL + """
                            region : java.lang.String ${messagemedia.region}
                            """);

    private static final String WRITING = DESCRIPTOR + """
            connection : java.lang.String ${messagemedia.connection}
            domain : java.lang.String ${messagemedia.domain}
            offlineSchema : boolean ${messagemedia.offlineSchema} = false
            """;

    private static final String INIT = """
            ci : java.lang.String ${messagemedia.ci}
            delivery : java.lang.String ${messagemedia.delivery}
            from : java.lang.String ${messagemedia.from}
            pom : java.lang.String ${messagemedia.pom}
            """;

    private static final String EXPORT = """
            allowedHosts : java.util.List ${messagemedia.allowedHosts}
            audience : java.lang.String ${messagemedia.audience}
            overwrite : boolean ${messagemedia.overwrite} = false
            plugin : org.apache.maven.plugin.descriptor.PluginDescriptor = ${plugin}
            sandboxFile : java.io.File ${messagemedia.sandboxFile}
            sandboxTenant : java.lang.String ${messagemedia.sandboxTenant} = older
            server : java.lang.String ${messagemedia.server}
            timeout : int ${messagemedia.timeout} = 60
            """;

    @Test
    void goalsThatWriteADescriptorRunOnceInABuildOfSeveralModules() {
        MojoDescriptor init =
                execution().getMojoDescriptor().getPluginDescriptor().getMojo("init");
        assertThat(init.getPhase()).isNull();
        assertThat(init.isProjectRequired()).isFalse();
        assertThat(init.isAggregator()).isTrue();
        assertThat(init.getParameters().stream().map(ParametersTest::line).sorted())
                .containsExactlyElementsOf(
                        (SHARED + WRITING + INIT).lines().sorted().toList());
        MojoDescriptor export =
                execution().getMojoDescriptor().getPluginDescriptor().getMojo("export");
        assertThat(export.getPhase()).isNull();
        assertThat(export.isProjectRequired()).isFalse();
        assertThat(export.isAggregator()).isTrue();
        assertThat(export.getParameters().stream().map(ParametersTest::line).sorted())
                .containsExactlyElementsOf(
                        (SHARED + WRITING + EXPORT).lines().sorted().toList());
    }

    @Test
    void goalsThatPublishKnowNoEnvironmentSoThatAllAreChecked() {
        assertThat(parameters("package"))
                .containsExactlyElementsOf(
                        (SHARED + DESCRIPTOR).lines().sorted().toList());
        assertThat(parameters("attach"))
                .containsExactlyElementsOf((SHARED + DESCRIPTOR
                                + "classifier : java.lang.String ${messagemedia.classifier} = messagemedia-auth0")
                        .lines()
                        .sorted()
                        .toList());
    }

    private List<String> parameters(String goal) {
        MojoDescriptor mojo =
                execution().getMojoDescriptor().getPluginDescriptor().getMojo(goal);
        return mojo.getParameters().stream().map(ParametersTest::line).sorted().toList();
    }

    @ParameterizedTest
    @CsvSource({
        "validate, validate",
        "plan, verify",
        "apply, deploy",
        "verify,",
        "try,",
        "sandbox,",
        "doctor,",
        "rollback,"
    })
    void eachGoalHasItsPhaseAndItsParametersWithTheirDefaults(String goal, String phase) {
        MojoDescriptor mojo =
                execution().getMojoDescriptor().getPluginDescriptor().getMojo(goal);
        assertThat(mojo.getPhase()).isEqualTo(phase);
        assertThat(mojo.isProjectRequired()).isFalse();
        assertThat(mojo.isThreadSafe()).isTrue();
        assertThat(mojo.isOnlineRequired()).isFalse();
        List<Parameter> parameters = mojo.getParameters();
        assertThat(parameters.stream().map(ParametersTest::line).sorted())
                .containsExactlyElementsOf(
                        (SHARED + OWN.get(goal)).lines().sorted().toList());
    }

    private static String line(Parameter parameter) {
        String expression = parameter.getExpression();
        return parameter.getName() + " : " + parameter.getType()
                + (expression == null || expression.isEmpty() ? "" : " " + expression)
                + (parameter.getDefaultValue() == null ? "" : " = " + parameter.getDefaultValue());
    }

    @Test
    @InjectMojo(goal = "apply")
    void defaultsAreBoundWhereNothingIsSaid(ApplyMojo apply) throws IllegalAccessException {
        assertThat(value(apply, "file")).isNull();
        assertThat(value(apply, "environment")).isNull();
        assertThat(value(apply, "skip")).isEqualTo(false);
        assertThat(value(apply, "onConflict")).isNull();
        assertThat(value(apply, "timeout")).isEqualTo(60);
        assertThat(value(apply, "adopt")).isEqualTo(List.of());
        assertThat(value(apply, "planFile")).isNull();
        assertThat(value(apply, "session")).isSameAs(build().maven());
    }

    static Object value(Mojo mojo, String field) throws IllegalAccessException {
        return MojoExtension.getVariableValueFromObject(mojo, field);
    }
}
