package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.store.OwnFolder;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Writer;
import org.apache.maven.project.MavenProject;

/**
 * Which property names the build itself uses: an application may have properties that begin like this plugin's.
 *
 * @param session the build
 * @param descriptors the descriptors whose references count, asked for only when a name is in doubt
 */
record NamesInUse(MavenSession session, Supplier<List<Path>> descriptors) {

    /** In bytes. A larger file is no POM, settings.xml or descriptor, and would slow down each goal. */
    private static final int LARGEST = 4 * 1024 * 1024;

    /** The key of a descriptor that names its file of environments. */
    private static final Pattern ENVIRONMENTS_FILE =
            Pattern.compile("(?m)^[{\\s]*[\"']?environmentsFile[\"']?\\s*:\\s*[\"']?([^\"'#,}\\r\\n]*[^\"'#,}\\s])");

    private static final String LETTER = "[A-Za-z0-9_.-]";

    /** Whether a POM or settings.xml declares or uses the name, or a descriptor refers to it. */
    boolean isDeclaredOrUsed(String name) {
        // A declaration, a profile's condition and a use in ${} all hold the whole name.
        Pattern whole = Pattern.compile("(?<!" + LETTER + ")" + Pattern.quote(name) + "(?!" + LETTER + ")");
        return Stream.concat(poms(), settings())
                        .anyMatch(text -> whole.matcher(text).find())
                || isReferredTo(name);
    }

    /** Whether anything refers to the property, <code>${name}</code>: a POM, settings.xml or a descriptor. */
    boolean isReferredTo(String name) {
        String reference = "${" + name + "}";
        return Stream.concat(poms(), settings()).anyMatch(text -> text.contains(reference))
                || descriptors.get().stream()
                        .flatMap(NamesInUse::descriptor)
                        // In a descriptor two dollar signs make a text of it, and no reference.
                        .anyMatch(text -> text.replace("$$", "").contains(reference));
    }

    /** The POMs of the build as their authors wrote them, parents included. */
    private Stream<String> poms() {
        Set<Model> models = new LinkedHashSet<>();
        for (MavenProject project : projects()) {
            for (MavenProject one = project; one != null; one = one.getParent()) {
                Optional.ofNullable(one.getOriginalModel()).ifPresent(models::add);
            }
        }
        return models.stream().map(NamesInUse::text);
    }

    private List<MavenProject> projects() {
        List<MavenProject> projects = new ArrayList<>();
        Optional.ofNullable(session.getProjects()).ifPresent(projects::addAll);
        Optional.ofNullable(session.getCurrentProject()).ifPresent(projects::add);
        return projects;
    }

    private Stream<String> settings() {
        Stream<String> files = Stream.of(
                        session.getRequest().getUserSettingsFile(),
                        session.getRequest().getGlobalSettingsFile())
                .flatMap(file -> Optional.ofNullable(file).map(File::toPath).stream())
                .map(NamesInUse::text);
        Stream<String> profiles = session.getSettings().getProfiles().stream()
                .flatMap(profile -> profile.getProperties().stringPropertyNames().stream());
        return Stream.concat(files, profiles);
    }

    private static String text(Model model) {
        StringWriter text = new StringWriter();
        try {
            new MavenXpp3Writer().write(text, model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The text of a descriptor, and of the file of environments that it names. */
    private static Stream<String> descriptor(Path file) {
        String text = text(file);
        return Stream.concat(
                Stream.of(text),
                ENVIRONMENTS_FILE.matcher(text).results().flatMap(found -> beside(file, found.group(1))));
    }

    private static Stream<String> beside(Path file, String path) {
        return new OwnFolder(file).leadsOut(path) ? Stream.of() : Stream.of(text(file.resolveSibling(path)));
    }

    private static String text(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LARGEST
                    ? Files.readString(file, StandardCharsets.ISO_8859_1)
                    : "";
        } catch (IOException unused) {
            return "";
        }
    }
}
