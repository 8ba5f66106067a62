package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.codehaus.plexus.component.repository.ComponentDependency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/DEPENDENCIES.md names each library that the plugin brings along, and how large it is. */
class DependenciesTest {

    private static final Path PAGE = Path.of("docs/DEPENDENCIES.md");
    private static final Pattern ROW = Pattern.compile("\\| `([A-Za-z0-9-]+)` \\| ([0-9]+) \\| .+ \\|");
    private static final Pattern TOTAL = Pattern.compile("\\n([0-9.]+) MB on their own");

    @TempDir
    private Path folder;

    @Test
    void theTableHoldsEveryLibraryWithItsSize() throws IOException {
        Map<String, Long> table = new TreeMap<>();
        Files.readAllLines(PAGE).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .forEach(row -> table.put(row.group(1), Long.valueOf(row.group(2))));
        Map<String, Long> there = new TreeMap<>();
        for (ComponentDependency library : libraries()) {
            there.put(library.getArtifactId(), Math.round(bytes(library) / 1000.0));
        }
        assertThat(table).isEqualTo(there);
    }

    @Test
    void theTotalIsTheirSum() throws IOException {
        Matcher total = TOTAL.matcher(Files.readString(PAGE));
        assertThat(total.find()).isTrue();
        long bytes = libraries().stream().mapToLong(DependenciesTest::bytes).sum();
        assertThat(total.group(1)).isEqualTo(String.valueOf(Math.round(bytes / 100_000.0) / 10.0));
    }

    private List<ComponentDependency> libraries() {
        return new Build(folder)
                .execution()
                .getMojoDescriptor()
                .getPluginDescriptor()
                .getDependencies();
    }

    private static long bytes(ComponentDependency library) {
        String name = library.getArtifactId() + "-" + library.getVersion() + ".jar";
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .filter(jar -> jar.getName().equals(name))
                .mapToLong(File::length)
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not on the class path"));
    }
}
