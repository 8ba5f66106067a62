package com.messagemedia.auth0.sandbox.page;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A copy of a body that passes by. A body that is too long is counted and not kept. */
final class BodyCopy {

    /** 32 KiB: several times the longest body of a goal. It bounds the memory of the journal. */
    static final int LONGEST = 1 << 15;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long bytes;

    private synchronized void add(byte[] data, int from, int count) {
        if (count > 0) {
            bytes += count;
            if (bytes <= LONGEST) {
                kept.write(data, from, count);
            } else {
                kept.reset();
            }
        }
    }

    /** How many bytes passed. */
    synchronized long bytes() {
        return bytes;
    }

    /** The body; empty if it was too long. */
    synchronized Optional<String> text() {
        return bytes > LONGEST ? Optional.empty() : Optional.of(kept.toString(StandardCharsets.UTF_8));
    }

    /** A stream that copies what is read from another one. */
    InputStream reading(InputStream source) {
        return new FilterInputStream(source) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                add(new byte[] {(byte) one}, 0, one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int count = super.read(target, offset, length);
                add(target, offset, count);
                return count;
            }
        };
    }

    /**
     * A stream that copies what is written to another one.
     *
     * @param begins is called before a byte passes on: after it, the reader of the stream may know all that is copied
     */
    OutputStream writing(OutputStream target, Runnable begins) {
        return new FilterOutputStream(target) {
            @Override
            public void write(int one) throws IOException {
                add(new byte[] {(byte) one}, 0, 1);
                begins.run();
                out.write(one);
            }

            @Override
            public void write(byte[] data, int offset, int length) throws IOException {
                add(data, offset, length);
                begins.run();
                out.write(data, offset, length);
            }
        };
    }
}
