package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.report.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Profile;

/**
 * A property of the build, and who gave it.
 *
 * @param name its whole name
 * @param value its text
 * @param source who gave it
 */
record GivenProperty(String name, String value, Source source) {

    /** Who gives properties. */
    enum Source {
        /** {@code -D}; Maven does not tell from which of the two places. */
        USER("-D%s (on the command line or in .mvn/maven.config)"),
        POM("%s in the POM's properties"),
        SETTINGS("%s in a profile of settings.xml"),
        JVM("%s in MAVEN_OPTS or .mvn/jvm.config");

        private final String place;

        Source(String place) {
            this.place = place;
        }
    }

    /** Where the property stands, to begin a sentence with. */
    String place() {
        return String.format(Locale.ROOT, source.place, Printable.text(name));
    }

    /** All properties that reach a goal of the session's current project. */
    static List<GivenProperty> all(MavenSession session) {
        Properties user = session.getUserProperties();
        List<GivenProperty> all = new ArrayList<>(from(user, Source.USER));
        Set<String> settings = ofSettings(session);
        Optional.ofNullable(session.getCurrentProject()).map(MavenProject::getProperties).stream()
                .flatMap(properties -> from(properties, Source.POM).stream())
                .map(property -> settings.contains(property.name) ? property.of(Source.SETTINGS) : property)
                .forEach(all::add);
        // Maven 3 repeats each -D as a system property.
        from(session.getSystemProperties(), Source.JVM).stream()
                .filter(property -> user.getProperty(property.name) == null)
                .forEach(all::add);
        return all;
    }

    private GivenProperty of(Source other) {
        return new GivenProperty(name, value, other);
    }

    private static List<GivenProperty> from(Properties properties, Source source) {
        return properties.stringPropertyNames().stream()
                .sorted()
                .map(name -> new GivenProperty(name, properties.getProperty(name), source))
                .toList();
    }

    private static Set<String> ofSettings(MavenSession session) {
        return session.getSettings().getProfiles().stream()
                .map(Profile::getProperties)
                .flatMap(properties -> properties.stringPropertyNames().stream())
                .collect(Collectors.toSet());
    }
}
