package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.schema.Suggestion;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Files that may be meant for the descriptor of a folder that has none: of nearly its name, or in a folder below.
 *
 * @param folder the folder, of a project or where there is no POM
 */
record NearbyDescriptors(Path folder) {

    private static final int DEPTH = 4;
    private static final int MOST = 5;

    /** Folders that others write, and that hold copies. */
    private static final Set<String> FOREIGN = Set.of("target", "build", "node_modules");

    /** A sentence that names the files; empty where there is none. */
    String sentence() {
        List<String> found = find();
        return found.isEmpty()
                ? ""
                : (found.size() == 1 ? "There is " : "There are ")
                        + found.stream().limit(MOST).collect(Collectors.joining(", "))
                        + (found.size() > MOST ? ", ..." : "")
                        + ": if it is meant, name it with -Dmessagemedia.file=" + found.get(0)
                        + " or <file> in the plugin's configuration, or move it to " + DescriptorLocation.NAME + ".";
    }

    /** The files, from the folder on. */
    List<String> find() {
        List<String> found = new ArrayList<>();
        try {
            Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEPTH, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return directory.equals(folder) || isOfThisProject(directory)
                            ? FileVisitResult.CONTINUE
                            : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && isNearly(String.valueOf(file.getFileName()))) {
                        found.add(folder.relativize(file).toString());
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // A hint that cannot be had is none; what was found until then is one.
            found.sort(null);
            return found;
        }
        found.sort(null);
        return found;
    }

    private static boolean isOfThisProject(Path directory) {
        String name = String.valueOf(directory.getFileName());
        return !name.startsWith(".") && !FOREIGN.contains(name) && Files.notExists(directory.resolve("pom.xml"));
    }

    private static boolean isNearly(String name) {
        String usual =
                name.toLowerCase(Locale.ROOT).replaceAll("\\.yml$", ".yaml").replaceAll("[_ ]", "-");
        return usual.equals(DescriptorLocation.NAME) || Suggestion.isSlip(usual, DescriptorLocation.NAME);
    }
}
