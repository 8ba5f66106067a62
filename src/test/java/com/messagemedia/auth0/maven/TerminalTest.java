package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.report.Palette;
import com.messagemedia.auth0.sync.Approval;
import java.nio.file.Path;
import org.fusesource.jansi.Ansi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalTest {

    @TempDir
    Path folder;

    @AfterEach
    void switchColoursOff() {
        Ansi.setEnabled(false);
    }

    @Test
    void coloursFollowMavens() {
        Ansi.setEnabled(true);
        assertThat(Terminal.palette(new Build(folder).maven())).isEqualTo(Palette.ANSI);
        Ansi.setEnabled(false);
        assertThat(Terminal.palette(new Build(folder).maven())).isEqualTo(Palette.PLAIN);
    }

    @Test
    void nobodyIsAskedInBatchMode() {
        assertThat(Terminal.approval(new Build(folder).maven())).isSameAs(Approval.NOBODY);
        assertThat(Approval.NOBODY.ask("prod")).isFalse();
    }
}
