package com.messagemedia.auth0.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each sentence of the pages that promise something names the test that fails when the promise is broken. */
class PromisesTest {

    private static final Path TABLE = Path.of("docs/PROMISES.md");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Set<String> MARKS =
            Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "FuzzTest", "ArchTest");

    @ParameterizedTest
    @ValueSource(strings = {"docs/MERGE.md", "docs/ROLLBACK.md", "docs/RELIABILITY.md", "SECURITY.md"})
    void eachSentenceIsSorted(String page) throws IOException {
        Promises table = Promises.read(TABLE).get(page);
        assertThat(table).as("a section of docs/PROMISES.md for " + page).isNotNull();
        assertThat(Page.sentences(Path.of(page)))
                .as("Add each to docs/PROMISES.md: to the table with its test, or to the explanations.")
                .isNotEmpty()
                .filteredOn(sentence -> !table.holds(sentence))
                .extracting(Page.Sentence::text)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whatIsSortedStandsOnThePage(String page) throws IOException {
        Promises table = Promises.read(TABLE).get(page);
        List<Page.Sentence> sentences = Page.sentences(Path.of(page));
        assertThat(Stream.concat(table.promises().keySet().stream(), table.explanations().stream()))
                .as("These sentences no longer stand in " + page + ".")
                .isNotEmpty()
                .filteredOn(text -> !Promises.isOf(text, sentences))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void eachPromiseNamesTestsThatRun(String page) throws IOException {
        assertThat(Promises.read(TABLE).get(page).promises())
                .isNotEmpty()
                .allSatisfy((promise, tests) -> assertThat(tests).as(promise).isNotEmpty());
        assertThat(Promises.read(TABLE).get(page).promises().values().stream().flatMap(List::stream))
                .as("These names are no tests, or more than one.")
                .filteredOn(test -> !isThere(test))
                .isEmpty();
    }

    @Test
    void aNameThatIsNoTestIsFound() {
        assertThat(isThere("PromisesTest.aNameThatIsNoTestIsFound")).isTrue();
        assertThat(isThere("PromisesTest.isThere")).isFalse();
        assertThat(isThere("NowhereTest.is")).isFalse();
        assertThat(isThere("")).isFalse();
        assertThat(isThere("src/it/nowhere")).isFalse();
        assertThat(isThere("merge/nowhere.yaml")).isFalse();
    }

    static Set<String> pages() throws IOException {
        return Promises.read(TABLE).keySet();
    }

    /** Whether this names a test method, {@code Class.method}, a case of the merge, or an invoker project that is checked. */
    private static boolean isThere(String test) {
        if (test.startsWith("merge/")) {
            return Files.exists(Path.of("src/test/resources").resolve(test));
        }
        if (test.startsWith("src/it/")) {
            return Files.exists(Path.of(test, "verify.groovy"));
        }
        int dot = test.lastIndexOf('.');
        if (dot < 0) {
            return false;
        }
        String type = test.substring(0, dot).replace('.', '/') + ".java";
        List<Path> sources = sources().filter(file -> file.endsWith(type)).toList();
        return sources.size() == 1
                && Arrays.stream(type(sources.get(0)).getDeclaredMethods())
                        .anyMatch(method -> method.getName().equals(test.substring(dot + 1)) && isTest(method));
    }

    private static Stream<Path> sources() {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> type(Path source) {
        String name =
                TESTS.relativize(source).toString().replaceFirst("\\.java$", "").replace('/', '.');
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isTest(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(mark -> MARKS.contains(mark.annotationType().getSimpleName()));
    }
}
