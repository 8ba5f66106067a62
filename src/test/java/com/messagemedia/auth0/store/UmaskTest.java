package com.messagemedia.auth0.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.testing.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of files where the umask takes nothing away, as in some pipelines. */
@DisabledOnOs(OS.WINDOWS)
class UmaskTest {

    @TempDir
    private Path folder;

    private String permissions(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(path)));
    }

    @Test
    void nobodyElseMayWriteAndWhatIsTheOwnersNobodyElseMayRead() throws Exception {
        Process writer = ChildProcess.start("umask 0; ", Writer.class, folder);
        assertThat(writer.waitFor()).isZero();
        assertThat(permissions("init/descriptor.yaml")).isEqualTo("rw-r--r--");
        assertThat(permissions("init")).isEqualTo("rwxr-xr-x");
        assertThat(permissions("export.yaml")).isEqualTo("rw-------");
        assertThat(permissions("kept/plan.json")).isEqualTo("rw-------");
        assertThat(permissions("kept")).isEqualTo("rwxr-xr-x");
    }

    /** Writes one file of each kind. */
    static final class Writer {
        public static void main(String... arguments) {
            Path folder = Path.of(arguments[0]);
            GuardedOutputFile.look(folder.resolve("init/descriptor.yaml"), "descriptor")
                    .write("x");
            GuardedOutputFile.look(folder.resolve("export.yaml"), "descriptor")
                    .forOwnerAlone()
                    .write("x");
            new AtomicTextFile(folder.resolve("kept/plan.json"), "plan file").write("x");
        }
    }
}
