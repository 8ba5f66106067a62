package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GoalBuildTest {

    @TempDir
    private Path folder;

    private Build build;

    @BeforeEach
    void startTheBuild() {
        build = new Build(folder);
    }

    /** A session as Maven 4 has it: each thread has a project, which is the first one until Maven sets another. */
    private static final class SessionOfMaven4 extends MavenSession {

        private final ThreadLocal<MavenProject> current;

        @SuppressWarnings("deprecation") // Maven itself makes its session so.
        SessionOfMaven4(List<MavenProject> projects) {
            super(null, null, new DefaultMavenExecutionRequest(), new DefaultMavenExecutionResult());
            current = ThreadLocal.withInitial(() -> projects.get(0));
        }

        @Override
        public MavenProject getCurrentProject() {
            return current.get();
        }

        @Override
        public void setCurrentProject(MavenProject project) {
            current.set(project);
        }
    }

    private GoalBuild inSecondModule() {
        MavenProject second = build.module("second");
        second.getProperties().setProperty("sender", "of the second");
        SessionOfMaven4 session = new SessionOfMaven4(List.of(build.project(), second));
        session.setCurrentProject(second);
        return new GoalBuild(session, build.execution(), folder.resolve("second"), null);
    }

    private static <T> void assertSameInAnotherThread(GoalBuild build, Function<GoalBuild, T> question, T answer) {
        assertThat(question.apply(build)).isEqualTo(answer);
        assertThat(CompletableFuture.supplyAsync(() -> question.apply(build)).join())
                .isEqualTo(answer);
    }

    @Test
    void outputOfAModuleIsItsOwnInEachThread() {
        assertSameInAnotherThread(
                inSecondModule(), GoalBuild::outputFolder, folder.resolve("second/target/messagemedia"));
    }

    @Test
    void propertyOfAModuleIsItsOwnInEachThread() {
        assertSameInAnotherThread(
                inSecondModule(),
                goal -> goal.references(folder.resolve("d.yaml"))
                        .property("sender")
                        .orElse("none"),
                "of the second");
    }
}
