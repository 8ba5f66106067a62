package com.messagemedia.auth0.file;

import com.messagemedia.auth0.connection.Fault;
import java.nio.charset.StandardCharsets;

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
