package com.messagemedia.auth0.testing;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A named pipe whose other end is about to write a letter: who opens it reads that letter, and does not wait without end as
 * with a pipe that nobody writes to.
 */
public final class Pipe implements AutoCloseable {

    private final Process writer;

    public Pipe(Path path) throws IOException {
        writer = new ProcessBuilder("sh", "-c", "mkfifo \"$0\" && echo made && exec printf x > \"$0\"", path.toString())
                .start();
        // The pipe is there once the shell says so.
        if (writer.getInputStream().read() < 0) {
            throw new IOException("no pipe could be made");
        }
    }

    @Override
    public void close() {
        writer.destroyForcibly();
    }
}
