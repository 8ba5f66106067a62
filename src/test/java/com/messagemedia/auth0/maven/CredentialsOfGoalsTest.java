package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Value;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.Mojo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Credentials that come past the descriptor. Those of Auth0 and MessageMedia lose what stands around them or are refused; a
 * passphrase keeps what it holds; and none may hold what Java could not read. CredentialReferencesTest has those of the descriptor.
 */
class CredentialsOfGoalsTest extends RollbackRehearsal {

    private static final String UNREADABLE = " holds a character that Java could not read in the locale of this build.";
    private static final String REFUSED = """

            Run Maven in a UTF-8 locale, such as LC_ALL=C.UTF-8.
            Outcome: refused; Auth0 did not change.""";

    private static final String TOKEN = "environment-secret-0001";

    private static void set(Mojo mojo, String field, Object value) throws IllegalAccessException {
        MojoExtension.setVariableValueToObject(mojo, field, value);
    }

    /** A descriptor's export, as no file may be there yet. */
    private void exportTo(Mojo export, String file) throws IllegalAccessException {
        set(export, "domain", sandbox.address().domain());
        set(export, "file", folder.resolve(file).toFile());
    }

    private static String invisible(String place) {
        return place
                + " holds the character U+00A0 NO-BREAK SPACE, which no key, id, secret or token has.\n"
                + "Copy it again, without the text around it.\nOutcome: refused; Auth0 did not change.";
    }

    @Test
    @InjectMojo(goal = "export")
    void exportCleansTheEnvironmentsLogin(ExportMojo export) throws IllegalAccessException {
        exportTo(export, "cleaned.yaml");
        build().environment("AUTH0_CLIENT_ID", "\uFEFFsandbox-client-id \r\n")
                .environment("AUTH0_CLIENT_SECRET", "\uFEFFsandbox-client-secret-published\n");
        run(export);
        assertThat(folder.resolve("cleaned.yaml")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTH0_CLIENT_ID", "AUTH0_CLIENT_SECRET"})
    void exportRefusesALoginThatCannotBeOne(String name, @InjectMojo(goal = "export") ExportMojo export)
            throws IllegalAccessException {
        exportTo(export, "refused.yaml");
        build().environment("AUTH0_CLIENT_ID", "sandbox-client-id")
                .environment("AUTH0_CLIENT_SECRET", "environment-secret-0001");
        build().environment(name, "environment-secret\u00A00001");
        assertThat(failure(export)).isEqualTo(invisible(name));
        build().environment(name, "environment-secret-\uFFFD");
        assertThat(failure(export)).isEqualTo(name + UNREADABLE + REFUSED);
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "export")
    void exportCleansItsTokenToo(ExportMojo export) throws IllegalAccessException {
        exportTo(export, "token.yaml");
        build().environment("AUTH0_TOKEN", SandboxCredentials.TOKEN + "\u00A0x");
        assertThat(failure(export)).isEqualTo(invisible("AUTH0_TOKEN"));
        build().environment("AUTH0_TOKEN", "\uFEFF " + SandboxCredentials.TOKEN + "\u00A0\n");
        run(export);
    }

    @Test
    @InjectMojo(goal = "export")
    void exportCleansItsServersLogin(ExportMojo export) throws IllegalAccessException {
        exportTo(export, "server.yaml");
        build().server("auth0", "\uFEFFsandbox-client-id", "sandbox-client-secret-published\r\n")
                .server("blank", "sandbox-client-id", "server-password\u00A00001")
                .server("unread", "sandbox-client-id", "server-password-\uFFFD");
        set(export, "server", "blank");
        assertThat(failure(export)).isEqualTo(invisible("The server \"blank\" in settings.xml"));
        set(export, "server", "unread");
        assertThat(failure(export)).isEqualTo("The server \"unread\" in settings.xml" + UNREADABLE + REFUSED);
        set(export, "server", "auth0");
        run(export);
    }

    @Test
    @InjectMojo(goal = "try")
    @MojoParameter(name = "to", value = "+61491570006")
    void tryCleansItsApplicationsLogin(TryMojo trial) throws IllegalAccessException {
        build().server("web", "\uFEFFsandboxWebClient0000000000000000\r\n", "server-password-0001\n")
                .server("blank", "Acme\u00A0WebClient", "server-password-0001")
                .server("unread", "AcmeWebClient", "server-password-\uFFFD");
        set(trial, "clientServer", "blank");
        assertThat(failure(trial)).isEqualTo(invisible("The server \"blank\" in settings.xml"));
        set(trial, "clientServer", "unread");
        assertThat(failure(trial)).isEqualTo("The server \"unread\" in settings.xml" + UNREADABLE + REFUSED);
        set(trial, "clientServer", "web");
        assertThat(failure(trial)).startsWith("Auth0 sent no code: 400 (sms_provider_error): Authenticate");
        set(trial, "clientServer", null);
        set(trial, "clientId", "Acme\u00A0WebClient");
        assertThat(failure(trial)).isEqualTo(invisible("messagemedia.clientId"));
    }

    @Test
    void rollbackCleansTheSecretsThatItAsksFor(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws IllegalAccessException {
        colleagueSets("twilio_token", Value.of(TOKEN));
        build().environment("MESSAGEMEDIA_BACKUP_KEY", "");
        run(apply);
        String name = "MESSAGEMEDIA_RESTORE_TWILIO_TOKEN";
        String correct = " Nothing was written.\nCorrect these environment variables: " + name + ".";
        build().environment(name, TOKEN + "\u00A0x");
        assertThat(failure(rollback))
                .isEqualTo(name + " holds the character U+00A0 NO-BREAK SPACE, which no key, id, secret or token has."
                        + correct + "\nOutcome: refused; Auth0 did not change.");
        build().environment(name, TOKEN + "\uFFFD");
        assertThat(failure(rollback)).isEqualTo(name + UNREADABLE + correct + REFUSED.replaceFirst("\n", " "));
        set(rollback, "dryRun", true);
        run(rollback);
        assertThat(logged()).anyMatch(line -> line.contains("(" + name + UNREADABLE.replace(".", ")")));
        set(rollback, "dryRun", false);
        build().environment(name, "\uFEFF" + TOKEN + "\r\n");
        run(rollback);
        assertThat(options()).containsEntry("twilio_token", Value.of(TOKEN));
    }

    @Test
    @InjectMojo(goal = "apply")
    void passphraseKeepsItsBlanksButMustBeReadable(ApplyMojo apply) throws IllegalAccessException {
        build().environment("MESSAGEMEDIA_BACKUP_KEY", KEY + "\uFFFD");
        assertThat(failure(apply)).isEqualTo("MESSAGEMEDIA_BACKUP_KEY" + UNREADABLE + REFUSED);
        build().server("backups", "any", KEY + "\uFFFD");
        set(apply, "backupServer", "backups");
        assertThat(failure(apply)).isEqualTo("The server \"backups\" in settings.xml" + UNREADABLE + REFUSED);
        set(apply, "backupServer", null);
        build().environment("MESSAGEMEDIA_BACKUP_KEY", "\uFEFF" + KEY + " with \u00A0 blanks\n");
        run(apply);
    }
}
