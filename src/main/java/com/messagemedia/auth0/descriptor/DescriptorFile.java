package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.connection.Diagnostic;
import com.messagemedia.auth0.connection.Diagnostic.Severity;
import com.messagemedia.auth0.connection.Origin;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the descriptor's text from disk: UTF-8, with or without a byte order mark, at most {@value #LARGEST} bytes. */
record DescriptorFile(Path path) {

    static final int LARGEST = 1 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    String name() {
        return String.valueOf(path.getFileName());
    }

    String text() {
        refuseOthers();
        return decode(bytes());
    }

    private void refuseOthers() {
        if (Files.isDirectory(path)) {
            throw fault("is a folder: " + path, "Name the descriptor itself with -Dmessagemedia.file=<path>.");
        }
        if (!Files.exists(path)) {
            throw fault("is not there: " + path, "Create it, or name another file with -Dmessagemedia.file=<path>.");
        }
        // A pipe would be waited for without end, and a terminal with it.
        if (!Files.isRegularFile(path)) {
            throw fault("is no ordinary file: " + path, "Name the descriptor itself with -Dmessagemedia.file=<path>.");
        }
        if (!Files.isReadable(path)) {
            throw fault("may not be read: " + path, "Give the user that runs Maven the right to read it.");
        }
    }

    /** One byte more than is allowed is read at most, so that no growing file fills the memory. */
    @SuppressWarnings("UnusedException") // The system's own message adds nothing that a user could act on.
    private byte[] bytes() {
        try (var stream = Files.newInputStream(path)) {
            byte[] bytes = stream.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw fault(
                        "is larger than 1 MiB", "A descriptor has a few hundred lines at most: is it the right file?");
            }
            return bytes;
        } catch (IOException e) {
            throw fault("could not be read: " + path, "See whether the disk and the file are in order.");
        }
    }

    private String decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharBuffer output = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(input, output, true);
        String text = output.flip().toString();
        if (result.isError()) {
            throw notUtf8(SourceText.split(text).size());
        }
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private DescriptorException notUtf8(int line) {
        Origin origin = new Origin(name(), line, 1);
        return fault(origin, "holds bytes that are not UTF-8 in this line", "Save the file in UTF-8.");
    }

    private DescriptorException fault(String problem, String remedy) {
        return fault(Origin.wholeFile(name()), problem, remedy);
    }

    private DescriptorException fault(Origin origin, String problem, String remedy) {
        Diagnostic fault = new Diagnostic(Severity.ERROR, origin, 1, "", problem, remedy, Optional.empty());
        return new DescriptorException(name(), List.of(fault));
    }
}
