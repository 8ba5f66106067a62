package com.messagemedia.auth0.sync;

import com.messagemedia.auth0.testing.Rehearsal;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A tenant of its own for each test, and a descriptor with its messageMedia section alone. */
abstract class RehearsalTest {

    @TempDir
    Path folder;

    Rehearsal rehearsal;

    @BeforeEach
    final void start() {
        rehearsal = Rehearsal.in(folder).describe(Rehearsal.MESSAGE_MEDIA);
    }

    @AfterEach
    final void stop() {
        rehearsal.close();
    }
}
