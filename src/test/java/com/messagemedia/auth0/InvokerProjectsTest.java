package com.messagemedia.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The invoker projects run in the environment of whoever builds the plugin. They take no credentials from there, and name no
 * host that could get them.
 */
class InvokerProjectsTest {

    private static final Path PROJECTS = Path.of("src/it");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{env\\.([A-Za-z0-9_]+)}");
    private static final Pattern HOST =
            Pattern.compile("(?:\\bdomain[:=] *|https?://)([a-z0-9.-]+)|\\b([a-z0-9.-]+\\.auth0\\.com)\\b");

    @Test
    void noProjectReadsAVariableThatPeopleSet() throws IOException {
        for (Path file : inputs()) {
            String ownVariables = Files.readString(
                    PROJECTS.resolve(PROJECTS.relativize(file).getName(0)).resolve("invoker.properties"));
            Predicate<String> ofTheProject =
                    name -> ownVariables.contains("invoker.environmentVariables." + name + " = ");
            assertThat(VARIABLE.matcher(Files.readString(file)).results().map(found -> found.group(1)))
                    .as("variables in %s: set each in invoker.properties, or call it NOT_SET_...", file)
                    .allMatch(name -> name.startsWith("NOT_SET_") || ofTheProject.test(name));
        }
    }

    @Test
    void noProjectNamesAHostThatCouldResolve() throws IOException {
        for (Path file : inputs()) {
            assertThat(HOST.matcher(Files.readString(file))
                            .results()
                            .map(found -> found.group(1) == null ? found.group(2) : found.group(1)))
                    .as("hosts in %s: take sandbox, 127.0.0.1 or a name that ends in .invalid", file)
                    .allMatch(host -> host.endsWith(".invalid")
                            || List.of("sandbox", "127.0.0.1").contains(host));
        }
    }

    private static List<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.walk(PROJECTS)) {
            List<Path> found = files.filter(Files::isRegularFile)
                    .filter(file -> PROJECTS.relativize(file).getNameCount() > 1)
                    .filter(file -> file.toString().matches(".*(\\.yaml|setup\\.groovy|invoker\\.properties)"))
                    .toList();
            assertThat(found).hasSizeGreaterThan(40);
            return found;
        }
    }
}
