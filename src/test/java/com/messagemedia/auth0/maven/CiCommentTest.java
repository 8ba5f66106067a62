package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.maven.CodeHost.Comment;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The scripts in the pipelines that people copy: they run here, against a host of code on loopback. */
@DisabledOnOs(OS.WINDOWS)
class CiCommentTest {

    private static final String MARKER = "<!-- messagemedia plan of prod -->";
    private static final String HOSTILE = "## Plan\n\n`a` \"$(touch hacked)\" 'b' \\ ${HOME} @team\n";

    @TempDir
    private Path folder;

    private CodeHost host;

    @BeforeEach
    void start() throws IOException {
        for (String program : List.of("bash", "curl", "jq")) {
            assumeTrue(
                    Stream.of(System.getenv("PATH").split(":"))
                            .anyMatch(path -> Files.isExecutable(Path.of(path, program))),
                    program + " is not installed");
        }
        host = new CodeHost();
    }

    @AfterEach
    void stop() {
        if (host != null) {
            host.close();
        }
    }

    @Test
    void pullRequestHasOneCommentHoweverOftenItIsPlanned() throws Exception {
        host.comments().add(new Comment(1, "mallory", MARKER + "\nnot ours"));
        host.comments().add(new Comment(2, CodeHost.BOT, "another comment of the bot"));
        for (String plan : List.of(HOSTILE, "## second\n", "## third\n")) {
            Files.writeString(folder.resolve("plan.md"), plan);
            assertThat(gitHub("comment", "Write the plan into one comment")).isZero();
            assertThat(host.comments()).hasSize(3).last().isEqualTo(new Comment(3, CodeHost.BOT, MARKER + "\n" + plan));
        }
        assertThat(folder.resolve("hacked")).doesNotExist();
        assertThat(host.comments()).first().isEqualTo(new Comment(1, "mallory", MARKER + "\nnot ours"));
    }

    @Test
    void mergeRequestHasOneCommentHoweverOftenItIsPlanned() throws Exception {
        for (int id = 1; id <= 230; id++) {
            host.comments().add(new Comment(id, "mallory", MARKER + "\nnot ours"));
        }
        Files.createDirectories(folder.resolve("target/messagemedia"));
        for (String plan : List.of(HOSTILE, "## second\n", "## third\n")) {
            Files.writeString(folder.resolve("target/messagemedia/plan.md"), plan);
            assertThat(gitLab("comment")).isZero();
            assertThat(host.comments())
                    .hasSize(231)
                    .last()
                    .isEqualTo(new Comment(231, CodeHost.BOT, MARKER + "\n" + plan));
        }
        assertThat(folder.resolve("hacked")).doesNotExist();
    }

    @Test
    void withoutAPlanNothingIsWritten() throws Exception {
        assertThat(gitHub("comment", "Write the plan into one comment")).isZero();
        assertThat(gitLab("comment")).isZero();
        assertThat(host.comments()).isEmpty();
    }

    @Test
    void releaseTakesThePlanThatTheReviewersSaw() throws Exception {
        host.merged("c2");
        assertThat(gitHub("apply", "Fetch the plan of the pull request that was merged last"))
                .isZero();
        assertThat(folder.resolve("target/approved/plan.json")).hasContent(CodeHost.PLAN);
        Files.delete(folder.resolve("target/approved/plan.json"));
        assertThat(gitLab("approved-plan")).isZero();
        assertThat(folder.resolve("target/approved/plan.json")).hasContent(CodeHost.PLAN);
    }

    @Test
    void releaseThatNobodyReviewedStops() throws Exception {
        assertThat(gitHub("apply", "Fetch the plan of the pull request that was merged last"))
                .isEqualTo(1);
        assertThat(output())
                .isEqualTo("No pull request with a plan leads to this release. Merge a pull request of this"
                        + " repository first.\n");
        assertThat(gitLab("approved-plan")).isEqualTo(1);
        assertThat(output())
                .isEqualTo("No merge request with a plan leads to this tag. Merge a merge request of this"
                        + " project first.\n");
    }

    /** The one job that may write to the pull request gets no secret, and no job gets more than it needs. */
    @Test
    void jobsGetThePermissionsThatTheyNeed() throws IOException {
        Map<String, Object> workflow = yaml("github-actions.yml");
        Tree jobs = (Tree) value(workflow.get("jobs"));
        assertThat(workflow.get("permissions")).isEqualTo(Map.of("contents", "read"));
        assertThat(Json.write(jobs.members().get("comment")))
                .contains("\"permissions\":{\"pull-requests\":\"write\"}")
                .doesNotContain("secrets.", "actions/checkout", "mvn");
        assertThat(Json.write(jobs.members().get("plan")))
                .doesNotContain("permissions")
                .contains("github.event.pull_request.head.repo.full_name == github.repository");
        assertThat(Json.write(jobs.members().get("apply")))
                .contains("\"permissions\":{\"contents\":\"read\",\"actions\":\"read\",\"pull-requests\":\"read\"}");
    }

    private static Value value(Object yaml) {
        if (yaml instanceof Map<?, ?> map) {
            Map<String, Value> members = new java.util.LinkedHashMap<>();
            map.forEach((key, inner) -> members.put(String.valueOf(key), value(inner)));
            return new Tree(members);
        }
        return yaml instanceof List<?> list
                ? new Value.Array(list.stream().map(CiCommentTest::value).toList())
                : Value.of(String.valueOf(yaml));
    }

    private static Map<String, Object> yaml(String name) throws IOException {
        return new Yaml().load(Files.readString(Path.of("config-examples/ci", name)));
    }

    @SuppressWarnings("unchecked")
    private int gitHub(String job, String step) throws Exception {
        Map<String, Object> jobs =
                (Map<String, Object>) yaml("github-actions.yml").get("jobs");
        Map<String, Object> found = ((List<Map<String, Object>>) ((Map<String, Object>) jobs.get(job)).get("steps"))
                .stream()
                        .filter(each -> step.equals(each.get("name")))
                        .findFirst()
                        .orElseThrow();
        Map<String, String> variables = new HashMap<>();
        ((Map<String, String>) found.get("env"))
                .forEach((name, text) -> variables.put(
                        name,
                        text.replace("${{ github.repository }}", "acme/login")
                                .replace("${{ github.event.number }}", "7")
                                .replace("${{ github.token }}", "a-token")));
        variables.put("GITHUB_REPOSITORY", "acme/login");
        variables.put("GITHUB_SHA", "c1");
        variables.put("GH_BASE", host.address());
        Path programs = Path.of("src/test/resources/ci").toAbsolutePath();
        variables.put("PATH", programs + ":" + System.getenv("PATH"));
        return run(List.of("bash", "-e", "-c", (String) found.get("run")), variables);
    }

    @SuppressWarnings("unchecked")
    private int gitLab(String job) throws Exception {
        Map<String, Object> found = (Map<String, Object>) yaml("gitlab-ci.yml").get(job);
        Map<String, String> variables = new HashMap<>();
        ((Map<String, String>) found.get("variables")).forEach(variables::put);
        variables.put("CI_API_V4_URL", host.address());
        variables.put("CI_PROJECT_ID", "1");
        variables.put("CI_MERGE_REQUEST_IID", "7");
        variables.put("CI_COMMIT_SHA", "c1");
        variables.put("PLAN_TOKEN", "a-token");
        return run(List.of("sh", "-e", "-c", (String) found.get("script")), variables);
    }

    private int run(List<String> command, Map<String, String> variables) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.log").toFile());
        builder.environment().putAll(variables);
        return builder.start().waitFor();
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("output.log"));
    }
}
