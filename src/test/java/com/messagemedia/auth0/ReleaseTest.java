package com.messagemedia.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** One tag releases the version that the POM announces: what the script makes of the tree, and what the workflow does with it. */
class ReleaseTest {

    @TempDir
    private Path tree;

    private String announced;
    private String version;

    @BeforeEach
    void copyWhatNamesTheVersion() throws IOException {
        for (String each :
                List.of("pom.xml", "README.md", "CHANGELOG.md", "docs", "config-examples", "benchmarks", ".ci")) {
            copy(Path.of(each));
        }
        announced = Files.readString(Path.of("pom.xml"))
                .lines()
                .filter(line -> line.startsWith("  <version>"))
                .findFirst()
                .orElseThrow()
                .replaceAll(".*<version>(.*)</version>", "$1");
        version = announced.replace("-SNAPSHOT", "");
        assertThat(announced).endsWith("-SNAPSHOT");
        run("git", "init", "-q");
        run("git", "add", "-A");
        run("git", "-c", "user.name=a", "-c", "user.email=a@acme.invalid", "commit", "-qm", "a", "--no-gpg-sign");
    }

    private void copy(Path from) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(each -> !each.toString().contains("target"))
                    .toList()) {
                Files.createDirectories(tree.resolve(file).getParent());
                Files.copy(file, tree.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private String run(String... command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(tree.toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_COMMITTER_DATE", "2026-12-01T12:00:00Z");
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return process.waitFor() + ": " + output;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String read(String name) {
        try {
            return Files.readString(tree.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theReleasedTreeNamesTheReleaseEverywhere() throws IOException {
        assertThat(run("bash", ".ci/version", version)).isEqualTo("0: " + announced + " is now " + version + ".\n");
        assertThat(run("git", "grep", "-l", "-F", announced)).isEqualTo("1: ");
        assertThat(read("pom.xml"))
                .contains("\n  <version>" + version + "</version>\n", "<tag>v" + version + "</tag>")
                .doesNotContain("<tag>HEAD</tag>");
        assertThat(read("config-examples/sandbox/pom.xml")).contains("<version>" + version + "</version>");
        assertThat(read("README.md")).doesNotContain("SNAPSHOT");
        assertThat(read("CHANGELOG.md"))
                .contains("\n## " + version + " - 2026-12-01\n")
                .doesNotContain("## Unreleased");
        assertThat(read("target/release-notes.md")).contains("### ").doesNotContain("\n## ", "# Changelog");
    }

    @Test
    void aTagOfAnotherVersionStopsTheRelease() throws IOException {
        assertThat(run("bash", ".ci/version", "9.9.9"))
                .isEqualTo("1: The release is 9.9.9, but pom.xml has the version " + announced + ". Tag v" + version
                        + ", or run .ci/version 9.9.9-SNAPSHOT and commit it first.\n");
        assertThat(run("bash", ".ci/version", "next"))
                .isEqualTo("1: The version is \"next\". Write three numbers, such as 1.0.0 or 1.1.0-SNAPSHOT.\n");
        assertThat(run("git", "status", "--porcelain")).isEqualTo("0: ");
        run("bash", ".ci/version", version);
        assertThat(run("bash", ".ci/version", version))
                .isEqualTo("1: pom.xml has the version " + version + " already. Expected a SNAPSHOT.\n");
    }

    @Test
    void theNextVersionBeginsANewSectionOfTheChangelog() throws IOException {
        assertThat(run("bash", ".ci/version", "9.9.9-SNAPSHOT"))
                .isEqualTo("0: " + announced + " is now 9.9.9-SNAPSHOT.\n");
        assertThat(read("CHANGELOG.md")).contains("\n## Unreleased\n\n## " + version + " - 2026-12-01\n");
        assertThat(read("README.md")).doesNotContain(announced);
    }

    /** A merge of two branches that keeps the lines of both would tell a change twice. */
    @Test
    void theChangelogTellsEachChangeOnceBelowASubject() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("CHANGELOG.md")).stream()
                .filter(line -> !line.isBlank())
                .toList();
        assertThat(lines).doesNotHaveDuplicates().doesNotContain("### Added", "### Changed");
        assertThat(lines.stream().filter(line -> line.startsWith("## ")).toList())
                .first()
                .isEqualTo("## Unreleased");
    }

    /** Whatever builds, publishes or tells of a release does it with the tree that the tag names. */
    @Test
    void eachJobOfTheWorkflowTakesTheVersionFromTheTagFirst() throws IOException {
        Map<String, Map<String, Map<String, Object>>> workflow =
                new Yaml().load(Files.readString(Path.of(".github/workflows/release.yml")));
        assertThat(workflow.get("jobs").keySet()).contains("central", "notes", "site", "benchmarks");
        workflow.get("jobs").forEach((name, job) -> {
            List<String> commands = commands(job);
            assertThat(commands).as(name).isNotEmpty();
            assertThat(commands.get(0)).as(name).isEqualTo(".ci/version \"${GITHUB_REF_NAME#v}\"");
            if (!name.equals("central")) {
                assertThat(job.get("needs")).as(name).isEqualTo("central");
            }
        });
        assertThat(commands(workflow.get("jobs").get("central")))
                .endsWith("mvn -B -ntp verify", "mvn -B -ntp deploy -Prelease -DskipTests");
        assertThat(commands(workflow.get("jobs").get("notes")).get(1)).contains("--notes-file target/release-notes.md");
    }

    @SuppressWarnings("unchecked")
    private static List<String> commands(Map<String, Object> job) {
        List<String> commands = new ArrayList<>();
        ((List<Map<String, Object>>) job.get("steps"))
                .stream()
                        .map(step -> (String) step.get("run"))
                        .filter(run -> run != null)
                        .forEach(commands::add);
        return commands;
    }

    /** What CONTRIBUTING tells a maintainer to do is what the workflow needs. */
    @Test
    void contributingNamesEachSecretAndEachEnvironmentOfTheWorkflow() throws IOException {
        String workflow = Files.readString(Path.of(".github/workflows/release.yml"));
        String page = Files.readString(Path.of("CONTRIBUTING.md"));
        assertThat(Pattern.compile("secrets\\.([A-Z_]+)").matcher(workflow).results())
                .isNotEmpty()
                .allSatisfy(secret -> assertThat(page).contains("`" + secret.group(1) + "`"));
        assertThat(List.of("maven-central", "github-pages")).allSatisfy(environment -> {
            assertThat(workflow).contains(environment);
            assertThat(page).contains("`" + environment + "`");
        });
    }
}
