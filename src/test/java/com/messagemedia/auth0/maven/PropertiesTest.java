package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.junit.jupiter.api.Test;

/** The goals with everything said on the command line. */
class PropertiesTest extends GoalTest {

    private static final Map<String, String> PROPERTIES = Map.ofEntries(
            Map.entry("file", "config/d.yaml"),
            Map.entry("environment", "prod"),
            Map.entry("skip", "true"),
            Map.entry("onConflict", "keep"),
            Map.entry("allowedHosts", "a.example,b.example"),
            Map.entry("allowedReferences", "env.A_KEY,file:/etc/b"),
            Map.entry("timeout", "7"),
            Map.entry("sandboxFile", "s.json"),
            Map.entry("failOnChanges", "true"),
            Map.entry("planFile", "p.json"),
            Map.entry("approve", "prod"),
            Map.entry("adopt", "true"));

    @Override
    Build build() {
        PROPERTIES.forEach((name, value) -> super.build().property("messagemedia." + name, value));
        return super.build();
    }

    @Test
    void everyPropertyReachesItsField(
            @InjectMojo(goal = "plan") PlanMojo plan, @InjectMojo(goal = "apply") ApplyMojo apply)
            throws IllegalAccessException {
        assertThat(ParametersTest.value(plan, "file")).isEqualTo(file("config/d.yaml"));
        assertThat(ParametersTest.value(plan, "environment")).isEqualTo("prod");
        assertThat(ParametersTest.value(plan, "skip")).isEqualTo(true);
        assertThat(ParametersTest.value(plan, "onConflict")).isEqualTo("keep");
        assertThat(ParametersTest.value(plan, "allowedHosts")).isEqualTo(List.of("a.example", "b.example"));
        assertThat(ParametersTest.value(plan, "allowedReferences")).isEqualTo(List.of("env.A_KEY", "file:/etc/b"));
        assertThat(ParametersTest.value(plan, "timeout")).isEqualTo(7);
        assertThat(ParametersTest.value(plan, "sandboxFile")).isEqualTo(file("s.json"));
        assertThat(ParametersTest.value(plan, "failOnChanges")).isEqualTo(true);
        assertThat(ParametersTest.value(plan, "planFile")).isEqualTo(file("p.json"));
        assertThat(ParametersTest.value(apply, "planFile")).isEqualTo(file("p.json"));
        assertThat(ParametersTest.value(apply, "approve")).isEqualTo(List.of("prod"));
        assertThat(ParametersTest.value(apply, "adopt")).isEqualTo(List.of("true"));
    }

    private File file(String name) {
        return Path.of(folder.toString(), name).toFile();
    }
}
