package com.messagemedia.auth0.maven;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.apache.maven.project.MavenProject;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.apache.maven.settings.Server;
import org.codehaus.plexus.configuration.PlexusConfigurationException;
import org.eclipse.aether.DefaultRepositorySystemSession;

/** A Maven build in a folder: Maven's own objects, filled as Maven fills them. */
final class Build {

    private final Path folder;
    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final DefaultRepositorySystemSession repositories = MavenRepositorySystemUtils.newSession();
    private final List<MavenProject> projects = new ArrayList<>();
    private final MavenSession session;
    private final MojoExecution execution;

    Build(Path folder) {
        this.folder = folder;
        request.setBaseDirectory(folder.toFile());
        request.setInteractiveMode(false);
        // Maven always has one; here it is no real one.
        request.getSystemProperties()
                .setProperty("user.home", folder.resolve("home").toString());
        request.setStartTime(Date.from(Instant.parse("2026-11-24T05:00:00Z")));
        session = session();
        execution = new MojoExecution(descriptor(), "default-cli", MojoExecution.Source.CLI);
        module("");
    }

    @SuppressWarnings("deprecation") // Maven itself makes its session so.
    private MavenSession session() {
        return new MavenSession(null, repositories, request, new DefaultMavenExecutionResult());
    }

    private static MojoDescriptor descriptor() {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Build.class.getResourceAsStream("/META-INF/maven/plugin.xml")),
                StandardCharsets.UTF_8)) {
            return new PluginDescriptorBuilder().build(reader).getMojo("plan");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PlexusConfigurationException e) {
            throw new AssertionError(e);
        }
    }

    /** Adds a module; the first one is the project that the goal runs in. */
    MavenProject module(String name) {
        Model model = new Model();
        model.setGroupId("com.acme");
        model.setArtifactId("login" + name);
        model.setVersion("1.2.3");
        model.setBuild(new org.apache.maven.model.Build());
        model.getBuild().setFinalName("login" + name + "-1.2.3");
        model.getBuild().setDirectory(folder.resolve(name).resolve("target").toString());
        MavenProject project = new MavenProject(model);
        project.setRemoteArtifactRepositories(List.of());
        project.setFile(folder.resolve(name).resolve("pom.xml").toFile());
        projects.add(project);
        session.setProjects(projects);
        return project;
    }

    /** Writes a file, by default the descriptor's text. */
    Build file(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Build descriptor(String text) {
        return file(DescriptorLocation.NAME, text);
    }

    /** A value of {@code -Dname=value}. */
    Build property(String name, String value) {
        request.getUserProperties().setProperty(name, value);
        return this;
    }

    Build environment(String name, String value) {
        request.getSystemProperties().setProperty("env." + name, value);
        return this;
    }

    Build server(String id, String username, String password) {
        Server server = new Server();
        server.setId(id);
        server.setUsername(username);
        server.setPassword(password);
        request.addServer(server);
        return this;
    }

    Build offline() {
        request.setOffline(true);
        return this;
    }

    MavenSession maven() {
        return session;
    }

    MojoExecution execution() {
        return execution;
    }

    DefaultRepositorySystemSession repositories() {
        return repositories;
    }

    MavenProject project() {
        return projects.get(0);
    }

    Path folder() {
        return folder;
    }
}
