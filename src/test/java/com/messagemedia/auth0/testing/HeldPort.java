package com.messagemedia.auth0.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.junit.jupiter.api.condition.OS;

/**
 * A port of this machine that no other program gets while it is held. It refuses connections as long as the test itself
 * does not listen on it. A port that a test only freed can belong to another process in the next moment. Systems other
 * than Linux let nobody listen on a port that is held so; there it is only free.
 */
public final class HeldPort implements AutoCloseable {

    private final Socket holder = new Socket();
    private final int number;

    public HeldPort() {
        try {
            holder.setReuseAddress(true);
            holder.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            number = holder.getLocalPort();
            if (!OS.LINUX.isCurrentOs()) {
                holder.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int number() {
        return number;
    }

    @Override
    public void close() {
        try {
            holder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
