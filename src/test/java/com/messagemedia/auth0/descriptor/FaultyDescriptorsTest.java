package com.messagemedia.auth0.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file under {@code descriptor/} is wrong in its own way; the text beside it holds every word that a user reads. */
final class FaultyDescriptorsTest {

    private static Path folder() throws URISyntaxException {
        return Path.of(FaultyDescriptorsTest.class.getResource("/descriptor").toURI());
    }

    static List<String> cases() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tellsAllThatIsWrong(String name) throws IOException, URISyntaxException {
        Validation validation =
                Readers.of(new Surroundings()).validate(folder().resolve(name + ".yaml"), Optional.empty());

        assertThat(Rendered.of(validation.diagnostics()))
                .isEqualTo(Files.readString(folder().resolve(name + ".txt")))
                .doesNotContain("hunter");
    }
}
