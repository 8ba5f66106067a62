package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.testing.Colleague;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A run of {@code doctor}, which sends no message. */
abstract class DoctorTest extends RunningTenantTest {

    @AfterEach
    void noMessageWasSent() {
        assertThat(sandbox.inbox()).isEmpty();
    }

    /** A colleague sets an option in the dashboard. */
    void setOption(String key, Value value) {
        new Colleague(sandbox).sets(key, value);
    }

    /** The lines that the user reads, without warnings. */
    List<String> lines() {
        return logged().stream()
                .filter(line -> line.startsWith("INFO "))
                .map(line -> line.substring(5))
                .toList();
    }
}
