package com.messagemedia.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** CONTRIBUTING names files and classes that exist. */
class ContributingTest {

    private static final Pattern NAME = Pattern.compile("`([^`\\s]+)`");
    private static final Predicate<String> CLASS =
            Pattern.compile("[A-Z]\\w*[a-z]\\w*").asMatchPredicate();
    private static final Predicate<String> FILE = Pattern.compile(
                    "(src|docs|config-examples|\\.github|\\.ci)(/.*)?|[A-Z]+\\.md")
            .asMatchPredicate();

    @Test
    void eachFileThatItNamesExists() throws IOException {
        List<String> files =
                names("").filter(FILE).filter(name -> !name.contains("<")).toList();
        assertThat(files)
                .hasSizeGreaterThan(15)
                .allSatisfy(file -> assertThat(Path.of(file)).exists());
    }

    @Test
    void eachClassInTheListsOfWhatToTouchExists() throws IOException {
        List<String> named = names("## What to touch").filter(CLASS).toList();
        assertThat(named).hasSizeGreaterThan(10);
        assertThat(classes()).containsAll(named);
    }

    /** A table's row, and what holds no space to break at, may be longer. */
    @Test
    void proseFitsInto100Columns() throws IOException {
        assertThat(Files.readAllLines(Path.of("CONTRIBUTING.md")))
                .filteredOn(line -> !line.startsWith("|") && line.trim().contains(" "))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    private static Stream<String> names(String heading) throws IOException {
        String page = Files.readString(Path.of("CONTRIBUTING.md"));
        String section =
                heading.isEmpty() ? page : page.split(Pattern.quote(heading))[1].split("\n## ")[0];
        return NAME.matcher(section).results().map(name -> name.group(1));
    }

    /** The classes and records of all source files, nested ones too. */
    private static Set<String> classes() throws IOException {
        Pattern declaration = Pattern.compile("\\b(?:class|record|interface|enum) (\\w+)");
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(ContributingTest::text)
                    .flatMap(text -> declaration.matcher(text).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
