package com.messagemedia.auth0.testing;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A tenant of its own for each test, and a descriptor with its messageMedia section alone. */
public abstract class RehearsalTest {

    @TempDir
    protected Path folder;

    protected Rehearsal rehearsal;

    @BeforeEach
    final void start() {
        rehearsal = Rehearsal.in(folder).describe(Rehearsal.MESSAGE_MEDIA);
    }

    @AfterEach
    final void stop() {
        rehearsal.close();
    }
}
