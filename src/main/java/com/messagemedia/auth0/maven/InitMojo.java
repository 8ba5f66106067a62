package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.connection.Outcome;
import com.messagemedia.auth0.descriptor.StarterDescriptor;
import com.messagemedia.auth0.store.UserFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Writes a commented descriptor to start from. Asks for what is not given as a parameter; in batch mode it asks nothing. Never
 * replaces a file, and opens no connection.
 *
 * @since 1.0.0
 */
@Mojo(name = "init", requiresProject = false, aggregator = true, threadSafe = true)
public final class InitMojo extends AbstractWritingMojo {

    /**
     * Who the messages come from: a number in international form, or a registered name of 3 to 11 letters and digits. Example:
     * {@code -Dmessagemedia.from=+61491570156}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.from")
    private String from;

    private boolean isWritten;

    /** Takes what Maven injects. */
    @Inject
    public InitMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    void execute(Path descriptor) {
        UserFile place = place(descriptor, false, "Edit it, or name another file with -Dmessagemedia.file=PATH.");
        OfflineSchema schema =
                schema(descriptor, false, "Move it or delete it, or leave out -Dmessagemedia.offlineSchema.");
        StarterQuestions questions = new StarterQuestions(Terminal.questions(session()));
        StarterDescriptor starter = questions.complete(domain().map(StarterQuestions::host), given(from), connection());
        List<String> written = schema.write();
        place.write(schema.named(starter.text()));
        isWritten = true;
        info(written);
        info(steps(descriptor, starter.variables()));
    }

    /** Nothing is asked of Auth0, and so nothing is said of it. */
    @Override
    String outcome(Outcome outcome) {
        if (isWritten) {
            return "Outcome: failed; the descriptor was written.";
        }
        return writesSchema() ? "Outcome: failed; no descriptor was written." : "Outcome: failed; no file was written.";
    }

    private List<String> steps(Path descriptor, List<String> variables) {
        List<String> lines = new ArrayList<>(List.of("Wrote " + descriptor + ". What to do next:"));
        if (!variables.isEmpty()) {
            lines.add("  set the environment variables " + String.join(", ", variables) + ";");
        }
        lines.add("  " + next("validate", descriptor) + " checks the file offline;");
        lines.add("  " + next("plan", descriptor) + " shows what it would change.");
        return lines;
    }
}
