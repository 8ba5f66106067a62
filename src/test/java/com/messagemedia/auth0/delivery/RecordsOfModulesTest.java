package com.messagemedia.auth0.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.testing.ClassesAgain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two modules of one build share a file of records. Maven may have loaded the plugin for each of them. */
final class RecordsOfModulesTest {

    @TempDir
    private Path folder;

    @SuppressWarnings("unchecked")
    private static BiConsumer<Path, String> writer(ClassLoader loader) throws ReflectiveOperationException {
        return (BiConsumer<Path, String>) loader.loadClass(RecordWriter.class.getName())
                .getDeclaredConstructor()
                .newInstance();
    }

    @Test
    void noneIsLost() throws Exception {
        Path file = folder.resolve("messagemedia-auth0.yaml.applied.json");
        try (ClassesAgain one = new ClassesAgain();
                ClassesAgain other = new ClassesAgain()) {
            BiConsumer<Path, String> first = writer(one);
            BiConsumer<Path, String> second = writer(other);
            assertThat(first.getClass()).isNotEqualTo(second.getClass());
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() -> first.accept(file, "a")),
                            CompletableFuture.runAsync(() -> second.accept(file, "b")))
                    .join();
        }
        String records = Files.readString(file);
        assertThat(IntStream.range(0, RecordWriter.TENANTS)
                        .boxed()
                        .flatMap(tenant -> Stream.of("\"a" + tenant + "  default\"", "\"b" + tenant + "  default\"")))
                .allSatisfy(key -> assertThat(records).containsOnlyOnce(key));
    }
}
