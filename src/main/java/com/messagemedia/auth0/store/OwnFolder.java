package com.messagemedia.auth0.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The folder of a file that names other files.
 *
 * @param file the file that names others
 */
public record OwnFolder(Path file) {

    /**
     * Whether a path, written in the file, is absolute or leads out of the file's folder. It follows symbolic links on both sides:
     * a link beside the file can lead anywhere, and the folder itself may be one. A text that is no path leads out.
     */
    public boolean leadsOut(String path) {
        try {
            Path folder = file.toAbsolutePath().resolveSibling("");
            Path written = Path.of(path);
            return written.isAbsolute()
                    || !folder.resolve(written).normalize().startsWith(folder.normalize())
                    || isLedOut(folder, written);
        } catch (InvalidPathException unused) {
            return true;
        }
    }

    private static boolean isLedOut(Path folder, Path path) {
        Path named = folder.resolve(path);
        try {
            return !named.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException unused) {
            // Nothing is there, or a link that can be read and not followed, such as one to a deleted file.
            return hasLink(folder, path) && Files.exists(named);
        }
    }

    private static boolean hasLink(Path folder, Path path) {
        Path step = folder;
        for (Path name : path) {
            step = step.resolve(name);
            if (Files.isSymbolicLink(step)) {
                return true;
            }
        }
        return false;
    }
}
