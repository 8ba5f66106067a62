package com.messagemedia.auth0.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.connection.OptionPaths;
import com.messagemedia.auth0.connection.Secret;
import com.messagemedia.auth0.connection.Value;
import com.messagemedia.auth0.http.SealedText;
import com.messagemedia.auth0.redaction.Fingerprints;
import com.messagemedia.auth0.store.Backup;
import com.messagemedia.auth0.store.Backup.Before;
import com.messagemedia.auth0.store.Backup.Entry;
import com.messagemedia.auth0.store.Backup.Subject;
import com.messagemedia.auth0.testing.QuickDerivation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A sealed value opens where it was sealed and nowhere else, whatever the file around it says. */
@ExtendWith(QuickDerivation.class)
class RestoredValuesTest {

    private static final Secret KEY = new Secret("rehearsal-passphrase-0001");
    private static final Fingerprints SALT = new Fingerprints("salt");
    private static final Subject PROD = new Subject("acme.eu.auth0.com", "sms", "con_1", "default");
    private static final FieldPath PATH = OptionPaths.TWILIO_TOKEN;

    private static String sealed(Subject subject, Fingerprints key, FieldPath path) {
        return SealedText.seal("\"a token\"", Backup.purpose(subject, key, path), KEY);
    }

    private static Map<FieldPath, Value> opened(String sealed) {
        Entry entry = new Entry(PATH, new Before.Sealed(sealed, "print"), Optional.empty(), true);
        Backup backup = new Backup(PROD, "plugin", SALT, List.of(entry));
        return new RestoredValues(Optional.of(KEY), name -> Optional.empty())
                .of(backup, backup.entries())
                .values();
    }

    @Test
    void opensInItsBackup() {
        assertThat(opened(sealed(PROD, SALT, PATH))).isEqualTo(Map.of(PATH, Value.of("a token")));
    }

    @Test
    void opensForNoOtherPathBackupTenantConnectionOrOwner() {
        List<String> moved = List.of(
                sealed(PROD, SALT, OptionPaths.AUDIENCE),
                sealed(PROD, new Fingerprints("another"), PATH),
                sealed(new Subject("acme-dev.eu.auth0.com", "sms", "con_1", "default"), SALT, PATH),
                sealed(new Subject("acme.eu.auth0.com", "sms", "con_2", "default"), SALT, PATH),
                sealed(new Subject("acme.eu.auth0.com", "sms", "con_1", "texts"), SALT, PATH));
        for (String text : moved) {
            assertThatThrownBy(() -> opened(text))
                    .isInstanceOf(Fault.class)
                    .hasMessage(
                            "The backup's values of twilio_token cannot be opened with this key. Nothing was written.");
        }
    }

    @Test
    void aValueThatAuth0DoesNotTakeIsCorrectedWhereItCameFrom() {
        assertThat(Rollback.remedy(Map.of(PATH, RestoredValues.variable(PATH))))
                .isEqualTo("Correct the environment variable that holds what the message names:"
                        + " MESSAGEMEDIA_RESTORE_TWILIO_TOKEN.");
        assertThat(Rollback.remedy(Map.of()))
                .isEqualTo(
                        "Auth0 does not take what was there before that apply. Write into the descriptor what you want"
                                + " instead, and apply it.");
    }
}
