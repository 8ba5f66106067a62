package com.messagemedia.auth0.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.messagemedia.auth0.store.InputFile.SizeLimit;
import com.messagemedia.auth0.store.Unreadable.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A file that another program creates and removes while it is read or written. It is there or it is not: no answer mixes
 * the two. A check that asks the disk twice fails in about one try of ten here, so almost surely in thousands.
 */
@DisabledOnOs(OS.WINDOWS)
final class FilesThatComeAndGoTest {

    private static final int TIMES = 2_000;

    @TempDir
    private Path folder;

    private static Arguments use(String name, Function<Path, Callable<Object>> use) {
        return arguments(name, use);
    }

    static Stream<Arguments> uses() {
        return Stream.of(
                use("read a file", path -> () -> textOrReason(new InputFile(path, SizeLimit.KEPT))),
                use("read a kept file", path -> () -> file(path).read().orElse("ABSENT")),
                use("write a kept file", path -> () -> written(file(path))),
                use(
                        "look at a file",
                        path -> () -> GuardedOutputFile.look(path, "descriptor")
                                .bytes()
                                .map(String::new)
                                .orElse("ABSENT")),
                use("name a file", path -> () -> leadsOut(path) ? "leads out" : "ABSENT"));
    }

    private static AtomicTextFile file(Path path) {
        return new AtomicTextFile(path, "applied record");
    }

    private static Object textOrReason(InputFile file) {
        try {
            return file.text();
        } catch (Unreadable refusal) {
            return refusal.reason() == Reason.ABSENT ? "ABSENT" : refusal.problem();
        }
    }

    private static Object written(AtomicTextFile file) {
        file.write("text");
        return "text";
    }

    private static boolean leadsOut(Path path) {
        return new OwnFolder(path).leadsOut(String.valueOf(path.getFileName()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("uses")
    void areThereOrAreNot(String name, Function<Path, Callable<Object>> use) throws Exception {
        Path path = folder.resolve("file");
        Callable<Object> subject = use.apply(path);
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> comeAndGo(path));
        while (!other.isDone()) {
            assertThat(subject.call()).isIn("text", "ABSENT");
        }
        other.join();
    }

    private void comeAndGo(Path path) {
        try {
            for (int time = 0; time < TIMES; time++) {
                Path temporary = Files.writeString(folder.resolve("temporary"), "text");
                Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
