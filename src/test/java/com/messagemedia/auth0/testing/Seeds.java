package com.messagemedia.auth0.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;

/** What fuzz tests start from: files of the project, and bytes that are the same in every run. */
public final class Seeds {

    private static final int LONGEST = 600;

    private Seeds() {}

    /** The content of every file below a folder whose name has this ending, in the order of their names. */
    public static Stream<byte[]> files(String folder, String ending) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .map(Seeds::content)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Stream<byte[]> texts(String... texts) {
        return Stream.of(texts).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes of many lengths, for tests that take them for a series of choices. */
    public static Stream<byte[]> choices(int count) {
        Random random = new Random(20261123);
        return Stream.generate(() -> {
                    byte[] bytes = new byte[random.nextInt(LONGEST)];
                    random.nextBytes(bytes);
                    return bytes;
                })
                .limit(count);
    }
}
