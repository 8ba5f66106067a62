package com.messagemedia.auth0.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.testing.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockFileTest {

    @TempDir
    private Path folder;

    private LockFile lock() {
        return LockFile.of(folder.resolve("made/sandbox.json"));
    }

    @Test
    void threadsTakeTurns() {
        List<Integer> done = new ArrayList<>();
        IntStream.range(0, 64).parallel().forEach(number -> lock().exclusively(() -> done.add(number), () -> {}));
        assertThat(done).hasSize(64).doesNotHaveDuplicates();
        assertThat(folder.resolve("made")).isDirectoryContaining("glob:**/sandbox.json.lock");
    }

    @Test
    void anotherProcessIsWaitedForAndThatIsTold() throws IOException {
        Process other = ChildProcess.start("", Holder.class, lock().file());
        assertThat(other.getInputStream().read()).isEqualTo('h');
        List<String> order = new ArrayList<>();
        lock().exclusively(() -> order.add(isHeldHere() ? "work" : "work without the lock"), () -> {
            order.add("waiting");
            end(other);
        });
        assertThat(order).containsExactly("waiting", "work");
    }

    /** On POSIX systems a process that closes any channel of a file loses its locks on it. */
    @Test
    void threadThatGivesUpWaitingTakesNothingFromTheHolder() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        CompletableFuture<Fault> told = new CompletableFuture<>();
        AtomicBoolean staysInterrupted = new AtomicBoolean();
        try (LockFile.Held held = lock().acquire(LockFileTest::isFree)) {
            assertThat(held).isNotNull();
            Thread other = new Thread(() -> {
                Fault fault = catchThrowableOfType(Fault.class, () -> lock().acquire(waiting::countDown));
                staysInterrupted.set(Thread.interrupted());
                told.complete(fault);
            });
            other.start();
            assertThat(waiting.await(2, TimeUnit.MINUTES)).isTrue();
            other.interrupt();
            assertThat(told.get()).hasMessage("The goal was interrupted while it waited for the lock.");
            assertThat(staysInterrupted).isTrue();
            Process another = ChildProcess.start("", Trier.class, lock().file());
            assertThat((char) another.getInputStream().read()).isEqualTo('h');
            another.waitFor();
        }
        Process another = ChildProcess.start("", Trier.class, lock().file());
        assertThat((char) another.getInputStream().read()).isEqualTo('f');
        another.waitFor();
    }

    /** Says whether another process holds the lock, or it is free. */
    static final class Trier {
        public static void main(String... arguments) throws IOException {
            try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
                System.out.print(channel.tryLock() == null ? "h" : "f");
            }
        }
    }

    /** A process that holds a lock is refused another on the same file. */
    private boolean isHeldHere() {
        try (FileChannel channel = FileChannel.open(lock().file(), StandardOpenOption.WRITE)) {
            channel.tryLock();
            return false;
        } catch (OverlappingFileLockException held) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aChangeIsMadeUnderALockOfItsOwnByWhoHoldsTheOther() {
        Path file = folder.resolve("sandbox.json");
        String made = LockFile.of(file)
                .exclusively(
                        () -> LockFile.whileWriting(file).exclusively(() -> "made", LockFileTest::isFree),
                        LockFileTest::isFree);
        assertThat(made).isEqualTo("made");
        assertThat(folder).isDirectoryContaining("glob:**/sandbox.json.writing.lock");
    }

    private static void isFree() {
        throw new AssertionError("nobody else holds it");
    }

    private static void end(Process other) {
        try {
            other.getOutputStream().close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Holds a lock until its input ends. */
    static final class Holder {
        public static void main(String... arguments) {
            try (LockFile.Held held = new LockFile(Path.of(arguments[0])).acquire(() -> {})) {
                hold();
            }
        }

        private static void hold() {
            System.out.print("h");
            System.out.flush();
            try {
                System.in.read();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void lockThatCannotBeOpenedIsToldAndFreeAfterwards() throws IOException {
        Path file = Files.createDirectories(lock().file());
        Fault fault = catchThrowableOfType(Fault.class, () -> lock().acquire(LockFileTest::isFree));
        assertThat(fault).hasMessage("The lock " + file + " could not be acquired (FileSystemException).");
        assertThat(fault.remedy()).isEqualTo("Check that its folder exists, is writable and supports locks.");
        Files.delete(file);
        lock().acquire(LockFileTest::isFree).close();
    }

    @Test
    void lockThatIsClosedTwiceIsStillForOneAtATime() {
        LockFile.Held first = lock().acquire(LockFileTest::isFree);
        first.close();
        first.close();
        List<String> waited = new ArrayList<>();
        try (LockFile.Held held = lock().acquire(LockFileTest::isFree)) {
            assertThat(held).isNotNull();
            Thread.currentThread().interrupt();
            assertThat(catchThrowableOfType(Fault.class, () -> lock().acquire(() -> waited.add("waiting"))))
                    .isNotNull();
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(waited).containsExactly("waiting");
    }

    @Test
    void aFailureFreesIt() {
        for (int time = 0; time < 2; time++) {
            try {
                lock().exclusively(
                                () -> {
                                    throw new IllegalStateException("expected");
                                },
                                () -> {});
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("expected");
            }
        }
        assertThat(Files.exists(lock().file())).isTrue();
    }
}
