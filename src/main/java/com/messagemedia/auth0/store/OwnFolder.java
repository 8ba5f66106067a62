package com.messagemedia.auth0.store;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

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
            Path named = folder.resolve(path);
            if (Path.of(path).isAbsolute() || !named.normalize().startsWith(folder.normalize())) {
                return true;
            }
            Optional<Path> real = real(named);
            return real.isPresent() && !real.get().startsWith(folder.toRealPath());
        } catch (IOException | InvalidPathException unused) {
            return true;
        }
    }

    /** Follows the links. Empty if that leads to nothing; whoever reads the path then says why. */
    private static Optional<Path> real(Path named) {
        try {
            return Optional.of(named.toRealPath());
        } catch (IOException unused) {
            return Optional.empty();
        }
    }
}
