package com.messagemedia.auth0.starter;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.starter.PomText.Change;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases are files in src/test/resources/starter/pom: a POM, and beside it what it becomes, NAME.expected. A POM that must not
 * be changed is named NAME.refused.xml.
 */
class PomTextTest {

    private static final Path CASES = Path.of("src/test/resources/starter/pom");
    private static final PluginDeclaration PLUGIN = new PluginDeclaration(Optional.of("1.2.3"), Optional.empty());

    static List<Path> changed() throws IOException {
        return cases(false);
    }

    private static List<Path> cases(boolean refused) throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".xml"))
                    .filter(file -> file.toString().endsWith(".refused.xml") == refused)
                    .sorted()
                    .toList();
            assertThat(found).hasSizeGreaterThan(8);
            return found;
        }
    }

    @ParameterizedTest
    @MethodSource("changed")
    void thePluginIsInsertedInTheFilesOwnStyle(Path pom) throws IOException {
        byte[] after = inserted(Files.readAllBytes(pom));
        Path expected = Path.of(pom.toString().replaceAll("\\.xml$", ".expected"));
        assertThat(after).isEqualTo(Files.readAllBytes(expected));
    }

    /** All POMs of this project, besides the cases. */
    static List<Path> all() throws IOException {
        try (Stream<Path> examples = Files.walk(Path.of("config-examples"));
                Stream<Path> projects = Files.walk(Path.of("src/it"))) {
            List<Path> own = Stream.concat(examples, projects)
                    .filter(file -> file.endsWith("pom.xml"))
                    .filter(file -> change(read(file)) instanceof Change.Inserted)
                    .toList();
            assertThat(own).isNotEmpty();
            return Stream.of(changed(), own, List.of(Path.of("pom.xml")))
                    .flatMap(List::stream)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyOtherByteStaysAndMavenReadsThePlugin(Path pom) throws IOException, XmlPullParserException {
        byte[] before = read(pom);
        byte[] after = inserted(before);
        int head = Arrays.mismatch(before, after);
        int tail = 0;
        while (tail < before.length - head && before[before.length - 1 - tail] == after[after.length - 1 - tail]) {
            tail++;
        }
        // The slash of an empty-element tag is all that may go.
        assertThat(before.length - head - tail)
                .isLessThanOrEqualTo(pom.toString().contains("empty") ? 2 : 0);
        List<Plugin> plugins = new MavenXpp3Reader()
                .read(new ByteArrayInputStream(after))
                .getBuild()
                .getPlugins();
        Plugin last = plugins.get(plugins.size() - 1);
        assertThat(last.getKey()).isEqualTo("com.messagemedia:messagemedia-maven-plugin");
        assertThat(last.getVersion()).isEqualTo("1.2.3");
        assertThat(last.getExecutions().get(0).getGoals()).containsExactly("validate");
        assertThat(change(after)).isEqualTo(new Change.Declared());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "declared | ",
                "declared-in-a-profile | ",
                "document-type | it has a document type declaration",
                "two-builds | it has several <build> in <project>",
                "another-root | its root element is not <project>",
                "prefix | its root element is not <project>",
                "not-closed | an element is not closed",
                "unknown-entity | Java's XML parser cannot read it",
                "utf-16 | it is in UTF-16 or UTF-32"
            })
    void aPomThatIsNotClearIsNotChanged(String name, String why) throws IOException {
        assertThat(change(read(CASES.resolve(name + ".refused.xml"))))
                .isEqualTo(why == null ? new Change.Declared() : new Change.Unsafe(why));
        assertThat(cases(true)).hasSize(9);
    }

    @Test
    void aManagedPluginHasNoVersionAndAnotherDescriptorIsNamed() {
        assertThat(new PluginDeclaration(Optional.empty(), Optional.of("config/a&b ü.yaml")).lines())
                .startsWith(
                        "<plugin>",
                        "  <groupId>com.messagemedia</groupId>",
                        "  <artifactId>messagemedia-maven-plugin</artifactId>",
                        "  <configuration>",
                        "    <file>config/a&#38;b &#252;.yaml</file>",
                        "  </configuration>",
                        "  <executions>");
    }

    private static Change change(byte[] pom) {
        return new PomText(pom).with(PLUGIN);
    }

    private static byte[] inserted(byte[] pom) {
        assertThat(change(pom)).isInstanceOf(Change.Inserted.class);
        return ((Change.Inserted) change(pom)).bytes();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
