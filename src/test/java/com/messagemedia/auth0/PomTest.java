package com.messagemedia.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.model.BuildBase;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.Profile;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.api.Test;

/** What pom.xml says of the supply chain. */
class PomTest {

    private final Model model = read();
    private final Profile release = model.getProfiles().stream()
            .filter(profile -> profile.getId().equals("release"))
            .findFirst()
            .orElseThrow();

    private static Model read() {
        try (Reader reader = Files.newBufferedReader(Path.of("pom.xml"))) {
            return new MavenXpp3Reader().read(reader);
        } catch (IOException | XmlPullParserException e) {
            throw new AssertionError(e);
        }
    }

    /** One version and no other: no range, none that moves, and none that the user's Maven chooses. */
    @Test
    void eachLibraryAndEachPluginIsPinned() {
        List<String> versions = new ArrayList<>();
        plugins().forEach(plugin -> {
            versions.add(plugin.getKey() + ":" + resolved(version(plugin)));
            plugin.getDependencies().forEach(library -> versions.add(named(library)));
        });
        libraries().forEach(library -> versions.add(named(library)));
        assertThat(versions)
                .hasSizeGreaterThan(40)
                .allMatch(version -> version.matches("[a-z0-9._-]+:[A-Za-z0-9_.-]+:[0-9][A-Za-z0-9_.-]*"))
                .noneMatch(version -> version.endsWith("-SNAPSHOT"));
        assertThat(rules().getChild("requirePluginVersions")).isNotNull();
    }

    private Stream<BuildBase> builds() {
        return Stream.concat(
                        Stream.of(model.getBuild()),
                        model.getProfiles().stream().map(Profile::getBuild))
                .filter(Objects::nonNull);
    }

    private Stream<Plugin> plugins() {
        return Stream.concat(builds().flatMap(build -> build.getPlugins().stream()), managed());
    }

    private Stream<Plugin> managed() {
        return builds().filter(build -> build.getPluginManagement() != null)
                .flatMap(build -> build.getPluginManagement().getPlugins().stream());
    }

    /** A plugin of a profile may take its version from the build. */
    private String version(Plugin plugin) {
        return Stream.concat(Stream.of(plugin), Stream.concat(model.getBuild().getPlugins().stream(), managed()))
                .filter(each -> each.getKey().equals(plugin.getKey()) && each.getVersion() != null)
                .map(Plugin::getVersion)
                .findFirst()
                .orElse("none");
    }

    private Stream<Dependency> libraries() {
        return Stream.of(
                        model.getDependencies(),
                        model.getDependencyManagement().getDependencies(),
                        model.getProfiles().stream()
                                .flatMap(profile -> profile.getDependencies().stream())
                                .toList())
                .flatMap(List::stream);
    }

    /** A library may take its version from dependencyManagement, or from the bill of materials of its makers. */
    private String named(Dependency library) {
        List<Dependency> managed = model.getDependencyManagement().getDependencies();
        String version = Stream.concat(Stream.of(library), managed.stream())
                .filter(each -> each.getManagementKey().equals(library.getManagementKey()) || isBillOf(library, each))
                .map(Dependency::getVersion)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("none");
        return library.getGroupId() + ":" + library.getArtifactId() + ":" + resolved(version);
    }

    private static boolean isBillOf(Dependency library, Dependency managed) {
        return "import".equals(managed.getScope()) && library.getGroupId().startsWith(managed.getGroupId() + ".");
    }

    private String resolved(String version) {
        Properties properties = model.getProperties();
        return version.startsWith("${")
                ? properties.getProperty(version.substring(2, version.length() - 1), "none")
                : version;
    }

    private Xpp3Dom rules() {
        return ((Xpp3Dom) execution(model.getBuild(), "maven-enforcer-plugin").getConfiguration()).getChild("rules");
    }

    private static PluginExecution execution(BuildBase build, String plugin) {
        return build.getPlugins().stream()
                .filter(each -> each.getArtifactId().equals(plugin))
                .findFirst()
                .orElseThrow()
                .getExecutions()
                .get(0);
    }

    @Test
    void theBillOfMaterialsIsMadeAndPublishedAndSigned() {
        PluginExecution bill = execution(model.getBuild(), "cyclonedx-maven-plugin");
        assertThat(bill.getGoals()).containsExactly("makeBom");
        assertThat(bill.getPhase()).as("before the jar, which holds it").isEqualTo("prepare-package");
        Xpp3Dom configuration = (Xpp3Dom) bill.getConfiguration();
        assertThat(configuration.getChild("outputFormat").getValue()).isEqualTo("json");
        assertThat(configuration.getChild("outputName")).as("it is named bom").isNull();
        assertThat(configuration.getChild("skipAttach").getValue()).isEqualTo("${bom.skipAttach}");
        assertThat(configuration.getChild("skipNotDeployed").getValue()).isEqualTo("false");
        assertThat(release.getProperties().getProperty("bom.skipAttach")).isEqualTo("false");
        PluginExecution signature = execution(release.getBuild(), "maven-gpg-plugin");
        assertThat(signature.getGoals()).containsExactly("sign");
        assertThat(signature.getConfiguration()).as("it leaves nothing out").isNull();
    }

    /** The project dependencies-stay-out-of-the-users-build looks into the jar itself. */
    @Test
    void thePluginAndItsLibrariesAreOneJarWithASmallPom() {
        PluginExecution jar = execution(model.getBuild(), "maven-shade-plugin");
        assertThat(jar.getGoals()).containsExactly("shade");
        assertThat(jar.getPhase()).isEqualTo("package");
        Xpp3Dom settings = (Xpp3Dom) plugin("maven-shade-plugin").getConfiguration();
        assertThat(settings.getChild("artifactSet")).as("it leaves nothing out").isNull();
        assertThat(settings.getChild("transformers").toString()).contains("META-INF/sbom/bom.json");
        PluginExecution lean = execution(model.getBuild(), "gmavenplus-plugin");
        assertThat(lean.getConfiguration().toString()).contains("src/jar/groovy/lean.groovy");
        assertThat(lean.getPhase()).isEqualTo("package");
        assertThat(model.getBuild().getPlugins())
                .as("of one phase, Maven runs what comes first")
                .containsSubsequence(plugin("maven-shade-plugin"), plugin("gmavenplus-plugin"));
        PluginExecution pom = execution(model.getBuild(), "flatten-maven-plugin");
        assertThat(pom.getGoals()).containsExactly("flatten");
        Xpp3Dom elements = ((Xpp3Dom) plugin("flatten-maven-plugin").getConfiguration()).getChild("pomElements");
        assertThat(elements.getChild("dependencies").getValue()).isEqualTo("remove");
        assertThat(elements.getChild("prerequisites").getValue()).isEqualTo("keep");
    }

    /** The execution fuzz takes test classes by their name. */
    @Test
    void theFuzzerFindsEachOfItsTests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            List<Path> fuzzed = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file ->
                            read(file).lines().anyMatch(line -> line.strip().startsWith("@FuzzTest")))
                    .toList();
            assertThat(fuzzed).isNotEmpty().allMatch(file -> file.toString().endsWith("FuzzTest.java"));
        }
        assertThat(plugin("maven-surefire-plugin").getExecutions())
                .filteredOn(execution -> execution.getId().equals("fuzz"))
                .singleElement()
                .extracting(execution -> execution.getConfiguration().toString())
                .asString()
                .contains("**/*FuzzTest.java");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Plugin plugin(String name) {
        return model.getBuild().getPlugins().stream()
                .filter(each -> each.getArtifactId().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void duplicateClassesAreRefused() {
        Xpp3Dom rule = rules().getChild("banDuplicateClasses");
        assertThat(rule.getChild("findAllDuplicates").getValue()).isEqualTo("true");
        assertThat(rule.getChild("scopes").getChildren())
                .extracting(Xpp3Dom::getValue)
                .containsExactly("compile", "runtime");
        assertThat(rule.getChild("ignoreClasses")).isNull();
    }

    @Test
    void theTimestampsAreFixed() {
        assertThat(model.getProperties().getProperty("project.build.outputTimestamp"))
                .matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");
    }
}
