package com.messagemedia.auth0.store;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.store.Unreadable.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads a file of the user, within a limit. It follows links. It opens only regular files and reads no more than the
 * limit: a pipe, a device or a growing file can neither block the goal nor fill the memory.
 *
 * @param path its path
 * @param limit its largest size
 */
public record InputFile(Path path, SizeLimit limit) {

    /** The bits of {@code st_mode} that say what a file is, and the value for a pipe (POSIX, {@code sys/stat.h}). */
    private static final int KIND = 0170000;

    private static final int PIPE = 0010000;

    /**
     * The file's bytes.
     *
     * @throws Unreadable if it is not a regular file, too large or unreadable
     */
    public byte[] bytes() throws Unreadable {
        if (!attributes().isRegularFile()) {
            throw new Unreadable(Reason.NOT_ORDINARY);
        }
        return bounded();
    }

    /**
     * The file's text.
     *
     * @throws Unreadable if it is not a regular file, too large, not UTF-8 or unreadable
     */
    public String text() throws Unreadable {
        return decode(bytes());
    }

    /**
     * The text of a regular file or of a pipe, as password managers offer.
     *
     * @param patience how long the pipe's writer may take in all
     * @throws Unreadable if it is neither, too large, not UTF-8, or unreadable within that time
     */
    public String textOfFileOrPipe(Duration patience) throws Unreadable {
        return decode(attributes().isOther() && isPipe() ? fromPipe(patience) : bytes());
    }

    private BasicFileAttributes attributes() throws Unreadable {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                throw new Unreadable(Reason.FOLDER);
            }
            return attributes;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private Unreadable unreadable(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            // Not "exists by now": another thread may have created the file since.
            return new Unreadable(Files.isSymbolicLink(path) ? Reason.BROKEN_LINK : Reason.ABSENT);
        }
        return new Unreadable(cause instanceof AccessDeniedException ? Reason.FORBIDDEN : Reason.BROKEN);
    }

    /**
     * Reads at most one byte more than the limit. The file's size does not help: the kernel's own files claim to be
     * empty.
     */
    private byte[] bounded() throws Unreadable {
        // Files.newInputStream would not do: nothing can interrupt a thread that waits in its read.
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
                InputStream stream = Channels.newInputStream(channel)) {
            byte[] bytes = stream.readNBytes(limit.bytes() + 1);
            if (bytes.length > limit.bytes()) {
                throw new Unreadable(Reason.TOO_LARGE, " " + limit);
            }
            return bytes;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private boolean isPipe() {
        try {
            return ((int) Files.getAttribute(path, "unix:mode") & KIND) == PIPE;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException unused) {
            return false;
        }
    }

    /** Reads in a separate thread: opening a pipe waits for its writer, and nothing can interrupt that wait. */
    private byte[] fromPipe(Duration patience) throws Unreadable {
        CompletableFuture<byte[]> content = new CompletableFuture<>();
        Thread reader = new Thread(() -> complete(content), "messagemedia-pipe");
        reader.setDaemon(true);
        reader.start();
        try {
            return content.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException unused) {
            throw new Unreadable(Reason.SILENT_PIPE, " within " + patience.toSeconds() + " seconds");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Unreadable refusal ? refusal : new Unreadable(Reason.BROKEN);
        } catch (InterruptedException unused) {
            Thread.currentThread().interrupt();
            throw new Unreadable(Reason.BROKEN);
        } finally {
            reader.interrupt();
        }
    }

    private void complete(CompletableFuture<byte[]> content) {
        try {
            content.complete(bounded());
        } catch (Unreadable | RuntimeException e) {
            content.completeExceptionally(e);
        }
    }

    private static String decode(byte[] bytes) throws Unreadable {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer output = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), output, true);
        String text = output.flip().toString();
        if (result.isError()) {
            throw Unreadable.notUtf8(
                    1 + (int) text.chars().filter(letter -> letter == '\n').count());
        }
        return text;
    }

    /**
     * The largest size of a file. Reading and writing have the same limit, so the plugin can read whatever it writes.
     */
    public enum SizeLimit {
        /** A file that a {@code ${file:}} reference names: a credential or a text, which are far smaller. */
        REFERENCE(1 << 16, "64 KiB"),
        /** A file that people write: a descriptor, certificates. */
        SOURCE(1 << 20, "1 MiB"),
        /**
         * A file that a goal keeps for a later run: plans, backups, records, reports. It can contain a whole reply of
         * Auth0, which has at most 8 MiB, and its change.
         */
        KEPT(1 << 24, "16 MiB");

        private final int bytes;
        private final String text;

        SizeLimit(int bytes, String text) {
            this.bytes = bytes;
            this.text = text;
        }

        /** The limit in bytes. */
        public int bytes() {
            return bytes;
        }

        /**
         * Refuses a text that is too large to read again.
         *
         * @param name the user's name for the file and its path, such as "backup /a/b.json", for the message
         * @throws Fault if the text is larger in UTF-8
         */
        public void require(String content, String name) {
            if (content.getBytes(StandardCharsets.UTF_8).length > bytes) {
                throw new Fault(
                        "The " + name + " would be larger than " + text + ", the limit for reading it again.",
                        "Find the option with the large value and make it smaller.");
            }
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
