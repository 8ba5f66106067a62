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
import java.nio.file.LinkOption;
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
 * A file of the user's that is to be read. Links are followed. Only an ordinary file is opened, and no more of it is read than
 * its limit allows, so that neither a pipe nor a device nor a growing file holds the goal up or fills the memory.
 *
 * @param path where it is
 * @param limit how large it may be
 */
public record InputFile(Path path, SizeLimit limit) {

    private static final int KIND = 0170000;
    private static final int PIPE = 0010000;

    /**
     * Its bytes.
     *
     * @throws Unreadable when it is no ordinary file, too large, or cannot be read
     */
    public byte[] bytes() throws Unreadable {
        if (!attributes().isRegularFile()) {
            throw new Unreadable(Reason.NOT_ORDINARY);
        }
        return bounded();
    }

    /**
     * Its text.
     *
     * @throws Unreadable when it is no ordinary file, too large, not UTF-8, or cannot be read
     */
    public String text() throws Unreadable {
        return decode(bytes());
    }

    /**
     * Its text, also where it is a pipe, as password managers offer.
     *
     * @param patience how long the pipe's writer may take until its end
     * @throws Unreadable when it is neither, too large, not UTF-8, or cannot be read in time
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
            return new Unreadable(Files.exists(path, LinkOption.NOFOLLOW_LINKS) ? Reason.BROKEN_LINK : Reason.ABSENT);
        }
        return new Unreadable(cause instanceof AccessDeniedException ? Reason.FORBIDDEN : Reason.BROKEN);
    }

    /** One byte more than is allowed is read at most: the kernel's own files all say that they have none. */
    private byte[] bounded() throws Unreadable {
        // Not Files.newInputStream: a thread that waits in its read cannot be stopped.
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

    @SuppressWarnings("UnusedException") // A system that has no such attribute has no such pipes.
    private boolean isPipe() {
        try {
            return ((int) Files.getAttribute(path, "unix:mode") & KIND) == PIPE;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }

    /** In a thread of its own: to open a pipe waits for its writer, and nothing can end that wait. */
    @SuppressWarnings("UnusedException") // The reason says it all.
    private byte[] fromPipe(Duration patience) throws Unreadable {
        CompletableFuture<byte[]> content = new CompletableFuture<>();
        Thread reader = new Thread(() -> complete(content), "messagemedia-pipe");
        reader.setDaemon(true);
        reader.start();
        try {
            return content.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Unreadable(Reason.SILENT_PIPE, " within " + patience.toSeconds() + " seconds");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Unreadable refusal ? refusal : new Unreadable(Reason.BROKEN);
        } catch (InterruptedException e) {
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

    /** How large a file may be. The same limit holds for reading and for writing, so that nothing is written that cannot be read. */
    public enum SizeLimit {
        /** What a {@code ${file:}} reference stands for. */
        REFERENCE(1 << 16, "64 KiB"),
        /** What people write: a descriptor, certificates. */
        SOURCE(1 << 20, "1 MiB"),
        /** What the goals keep for a later run: plans, backups, records, reports. A reply of Auth0 has at most 8 MiB. */
        KEPT(1 << 24, "16 MiB");

        private final int bytes;
        private final String text;

        SizeLimit(int bytes, String text) {
            this.bytes = bytes;
            this.text = text;
        }

        /** The most bytes. */
        public int bytes() {
            return bytes;
        }

        /**
         * Refuses a text that could not be read again.
         *
         * @param name what the file is and where, such as "backup /a/b.json", for the message
         * @throws Fault when the text is larger in UTF-8
         */
        public void require(String content, String name) {
            if (content.getBytes(StandardCharsets.UTF_8).length > bytes) {
                throw new Fault(
                        "The " + name + " would be larger than " + text + ", which is the most that can be read again.",
                        "Look for the option that holds so much, and make it smaller.");
            }
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
