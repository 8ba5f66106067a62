package com.messagemedia.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ceilings: nothing grows into a giant that nobody splits in time. */
class SizesTest {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final int LINES_OF_A_FILE = 300;
    private static final int LINES_OF_A_METHOD = 40;
    private static final int PARAMETERS = 4;

    @Test
    void sourcesStayUnderTheCeilings() throws IOException {
        assertThat(javaFiles(SOURCES)).isNotEmpty();
        assertThat(tooLarge(SOURCES)).isEmpty();
    }

    @Test
    void findsWhateverIsTooLarge(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Large.java"), "class Large {\n" + "\n".repeat(299) + "}\n");
        Files.writeString(
                folder.resolve("Long.java"),
                "class Long {\n  int first() {\n" + "    x();\n".repeat(39) + "  }\n  Long() {\n"
                        + "    x();\n".repeat(38) + "  }\n}\n");
        Files.writeString(
                folder.resolve("Wide.java"),
                "record Wide(int a, int b, int c, int d, int e) {\n"
                        + "  Wide(int a, int b, int c, int d, int e) { }\n"
                        + "  class Inner { Inner(int a, int b, int c, int d, int e) { } }\n"
                        + "  void four(int a, int b, int c, int d) { }\n"
                        + "  void five(int a, int b, int c, int d, int e) { }\n}\n");
        assertThat(tooLarge(folder))
                .containsExactlyInAnyOrder(
                        "Large.java has 301 lines, at most 300 are allowed",
                        "Long.java: first has 41 lines, at most 40 are allowed",
                        "Wide.java: Inner has 5 parameters, at most 4 are allowed",
                        "Wide.java: five has 5 parameters, at most 4 are allowed");
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static List<String> tooLarge(Path folder) throws IOException {
        List<String> findings = new ArrayList<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    null,
                    List.of("-proc:none"),
                    null,
                    files.getJavaFileObjectsFromPaths(javaFiles(folder)));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new Ruler(unit, positions, findings).measure();
            }
        }
        return findings;
    }

    /** Measures one file. */
    private static final class Ruler extends TreeScanner<Void, ClassTree> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final LineMap lines;
        private final List<String> findings;
        private final String file;

        Ruler(CompilationUnitTree unit, SourcePositions positions, List<String> findings) {
            this.unit = unit;
            this.positions = positions;
            this.lines = unit.getLineMap();
            this.findings = findings;
            this.file = Path.of(unit.getSourceFile().toUri()).getFileName().toString();
        }

        void measure() {
            try {
                long length = unit.getSourceFile()
                        .getCharContent(true)
                        .toString()
                        .lines()
                        .count();
                check(file, length, LINES_OF_A_FILE, "lines");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            scan(unit, null);
        }

        @Override
        public Void visitClass(ClassTree type, ClassTree enclosing) {
            return super.visitClass(type, type);
        }

        @Override
        public Void visitMethod(MethodTree method, ClassTree type) {
            boolean constructor = method.getName().contentEquals("<init>");
            String name = constructor
                    ? type.getSimpleName().toString()
                    : method.getName().toString();
            check(file + ": " + name, lines(method), LINES_OF_A_METHOD, "lines");
            if (!(constructor && type.getKind() == Tree.Kind.RECORD)) {
                check(file + ": " + name, method.getParameters().size(), PARAMETERS, "parameters");
            }
            return super.visitMethod(method, type);
        }

        private long lines(MethodTree method) {
            long start = positions.getStartPosition(unit, method);
            long end = positions.getEndPosition(unit, method);
            return end < 0 ? 0 : lines.getLineNumber(end) - lines.getLineNumber(start) + 1;
        }

        private void check(String place, long found, int most, String unitOfMeasure) {
            if (found > most) {
                findings.add(place + " has " + found + " " + unitOfMeasure + ", at most " + most + " are allowed");
            }
        }
    }
}
