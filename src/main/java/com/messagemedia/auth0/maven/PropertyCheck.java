package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.maven.KnownParameters.BooleanText;
import com.messagemedia.auth0.report.Printable;
import com.messagemedia.auth0.schema.Suggestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Profile;

/**
 * Finds the properties that a goal would silently ignore or misread.
 *
 * @param known the parameters of all goals
 * @param goal the goal that runs
 * @param use the names that the build itself uses
 * @param build the goals of the build
 * @param booleans reads booleans
 */
record PropertyCheck(KnownParameters known, String goal, NamesInUse use, GoalsOfBuild build, BooleanText booleans) {

    /** The parameters that stop a goal from changing something: to ignore one would do harm. */
    private static final Set<String> RESTRAINING = Set.of("dryRun", "failOnChanges");

    /** The goals that change a tenant or send a message. */
    private static final Set<String> ACTING = Set.of("apply", "rollback", "try");

    /** What is wrong with these properties, a line or two for each. */
    List<String> problems(List<GivenProperty> properties) {
        List<String> problems = new ArrayList<>();
        for (GivenProperty property : properties) {
            problem(property).ifPresent(problems::add);
        }
        return problems;
    }

    private Optional<String> problem(GivenProperty property) {
        return known.properties().contains(property.name()) ? illUsed(property) : unknown(property);
    }

    private Optional<String> unknown(GivenProperty property) {
        Optional<String> slip = slip(property.name());
        boolean user = property.source() == GivenProperty.Source.USER;
        if (slip.isEmpty() && !(user && isOfOurKind(property.name()))) {
            return Optional.empty();
        }
        boolean legitimate = user ? use.isDeclaredOrUsed(property.name()) : use.isReferredTo(property.name());
        // Another version of the plugin may know a name that this one does not, but no version knows a slip.
        if (legitimate || (slip.isEmpty() && build.hasAnotherVersion())) {
            return Optional.empty();
        }
        Optional<String> meant = slip.or(() -> nearest(property.name()));
        return Optional.of(property.place() + ": no goal of this plugin has such a parameter. "
                + meant.map(name -> "Did you mean " + name + "?")
                        .orElse("If it is a property of your own, refer to it in the POM or in the descriptor;"
                                + " otherwise remove it."));
    }

    private Optional<String> slip(String property) {
        for (String name : known.properties()) {
            if (Suggestion.isSlip(property, name)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private static boolean isOfOurKind(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith(KnownParameters.PREFIX);
    }

    private Optional<String> nearest(String property) {
        return Suggestion.nearest(property.substring(KnownParameters.PREFIX.length()), known.names())
                .map(name -> KnownParameters.PREFIX + name);
    }

    private Optional<String> illUsed(GivenProperty property) {
        String name = property.name().substring(KnownParameters.PREFIX.length());
        boolean ofThisGoal = known.goalsWith(name).contains(goal);
        boolean user = property.source() == GivenProperty.Source.USER;
        if (known.isBoolean(name) && (user || ofThisGoal)) {
            Optional<String> ill = booleans.problem(property.value());
            return ill.map(problem -> property.place() + " " + problem)
                    .or(() -> user && !ofThisGoal ? ofAnotherGoal(property, name) : Optional.empty());
        }
        return user && property.value().isBlank()
                ? Optional.of(property.place() + " is empty. Give it a value, or leave it out.")
                : Optional.empty();
    }

    private Optional<String> ofAnotherGoal(GivenProperty property, String name) {
        List<String> goals = known.goalsWith(name);
        boolean ignored = RESTRAINING.contains(name) && booleans.isTrue(property.value());
        // A goal that only reads may run in one build with the goal that the parameter is for.
        if (!ignored || (!ACTING.contains(goal) && build.runsOneOf(goals))) {
            return Optional.empty();
        }
        return Optional.of(property.place() + ": messagemedia:" + goal + " has no such parameter and would ignore it;"
                + " messagemedia:" + String.join(", messagemedia:", goals) + " has it. "
                + (goal.equals("apply") && name.equals("dryRun")
                        ? "messagemedia:plan shows what an apply would change."
                        : "Leave it out here, or call that goal."));
    }

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
            MavenProject project = session.getCurrentProject();
            if (project != null) {
                all.addAll(ofPom(project.getProperties(), ofSettings(session)));
            }
            // Maven 3 repeats each -D as a system property.
            for (GivenProperty property : from(session.getSystemProperties(), Source.JVM)) {
                if (user.getProperty(property.name) == null) {
                    all.add(property);
                }
            }
            return all;
        }

        private static List<GivenProperty> ofPom(Properties properties, Set<String> settings) {
            List<GivenProperty> all = new ArrayList<>();
            for (GivenProperty property : from(properties, Source.POM)) {
                all.add(settings.contains(property.name) ? property.of(Source.SETTINGS) : property);
            }
            return all;
        }

        private GivenProperty of(Source other) {
            return new GivenProperty(name, value, other);
        }

        private static List<GivenProperty> from(Properties properties, Source source) {
            List<GivenProperty> all = new ArrayList<>();
            for (String name : new TreeSet<>(properties.stringPropertyNames())) {
                all.add(new GivenProperty(name, properties.getProperty(name), source));
            }
            return all;
        }

        private static Set<String> ofSettings(MavenSession session) {
            Set<String> names = new HashSet<>();
            for (Profile profile : session.getSettings().getProfiles()) {
                names.addAll(profile.getProperties().stringPropertyNames());
            }
            return names;
        }
    }
}
