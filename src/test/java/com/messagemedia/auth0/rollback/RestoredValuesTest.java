package com.messagemedia.auth0.rollback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.delivery.gateway.GatewayDelivery;
import com.messagemedia.auth0.delivery.gateway.GatewayOptions;
import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.http.SealedText;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.ValuePrints;
import com.messagemedia.auth0.redaction.Fingerprints;
import com.messagemedia.auth0.rollback.Backup.Before;
import com.messagemedia.auth0.rollback.Backup.Entry;
import com.messagemedia.auth0.rollback.Backup.Subject;
import com.messagemedia.auth0.rollback.RestoredValues.Restored;
import com.messagemedia.auth0.testing.QuickDerivation;
import com.messagemedia.auth0.testing.Rehearsal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        Backup backup =
                new Backup(PROD, "plugin", Optional.of(new RunId("20261124T120000Z-3f9c")), SALT, List.of(entry));
        return new RestoredValues(Optional.of(KEY), name -> Optional.empty(), new GatewayDelivery())
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
        assertThat(PlannedRollback.remedy(Map.of(PATH, RestoredValues.variable(PATH))))
                .isEqualTo("Correct the environment variable that holds what the message names:"
                        + " MESSAGEMEDIA_RESTORE_TWILIO_TOKEN.");
        assertThat(PlannedRollback.remedy(Map.of()))
                .isEqualTo("Auth0 does not take what was there before that apply. Write the options that you want"
                        + " into the descriptor, and apply it.");
    }

    /** Path, its kind, the text that the variable holds, and what is wrong with it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "twilio_token | string | `` | is blank",
                "name | string | ` ` | is blank",
                "twilio_token | string | `a\uFFFDb` | holds a character that Java could not read in the locale of this build",
                "name | string | `a\uFFFDb` | holds a character that Java could not read in the locale of this build",
                "twilio_token | string | ${env.TOKEN} | is a variable in braces that was not replaced, not a"
                        + " credential",
                "twilio_token | string | `to ken` | holds the character U+0020 SPACE, which no key, id, secret or token"
                        + " has",
                "totp.length | number | six | holds no number in JSON",
                "totp.length | number | true | holds no number in JSON",
                "totp.length | number | `` | holds no number in JSON",
                "more | array | {} | holds no array in JSON",
            })
    void aGivenValueThatCannotBeTheOneBeforeIsRefused(String path, String kind, String text, String flaw) {
        String variable = RestoredValues.variable(FieldPath.parse(path));
        String asKind = kind.equals("string") ? "" : " (" + kind + ", as JSON)";
        Fault fault = catchThrowableOfType(Fault.class, () -> given(path, kind, text, false));
        assertThat(fault).hasMessage(variable + " " + flaw + ". Nothing was written.");
        assertThat(fault.remedy())
                .isEqualTo("Correct these environment variables: " + variable + asKind + "."
                        + (flaw.contains("Java") ? " Run Maven in a UTF-8 locale, such as LC_ALL=C.UTF-8." : ""));
        assertThat(fault.outcome()).isEqualTo(Outcome.REFUSED);
        Restored look = given(path, kind, text, true);
        assertThat(look.asked()).isEqualTo(Map.of(FieldPath.parse(path), variable + " " + flaw));
        assertThat(look.given()).isEmpty();
    }

    /** Path, its kind, the text that the variable holds, and the value in JSON that goes back. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "twilio_token | string | ` copied-with-its-line-end \n` | \"copied-with-its-line-end\"",
                "name | string | ` ours ` | \" ours \"",
                "name | string | 6 | \"6\"",
                "totp.length | number | 6 | 6",
                "more | array | [1, 2] | [1,2]",
            })
    void aGivenValueOfTheKindBeforeGoesBack(String path, String kind, String text, String json) {
        Restored restored = given(path, kind, text, false);
        FieldPath known = FieldPath.parse(path);
        assertThat(restored.values()).isEqualTo(Map.of(known, Rehearsal.json(json)));
        assertThat(restored.given()).isEqualTo(Map.of(known, RestoredValues.variable(known)));
        assertThat(restored.asked()).isEmpty();
    }

    /** A blank text is taken for a forgotten one, unless the fingerprint says that it was blank before. */
    @Test
    void aBlankThatWasThereBeforeGoesBack() {
        Entry blank = withheld(
                "twilio_token",
                "string",
                new ValuePrints(SALT, GatewayOptions.MERGE_RULES.canonical()).of(PATH, Value.of("")));
        assertThat(restored(blank, "", false).values()).isEqualTo(Map.of(PATH, Value.of("")));
    }

    @Test
    void whatNobodyGaveIsAskedForByItsKindAndStandsInAsWhatAPlanLetsPass() {
        assertThat(restored(withheld("totp.length", "number", "print"), null, true)
                        .asked())
                .isEqualTo(Map.of(
                        FieldPath.of("totp", "length"),
                        "not kept: set MESSAGEMEDIA_RESTORE_TOTP_LENGTH to the number, as JSON"));
        Restored url = restored(withheld("gateway_url", "string", "print"), null, true);
        assertThat(url.asked())
                .isEqualTo(Map.of(OptionPaths.GATEWAY_URL, "not kept: set MESSAGEMEDIA_RESTORE_GATEWAY_URL"));
        assertThat(url.values())
                .isEqualTo(Map.of(OptionPaths.GATEWAY_URL, Value.of("https://auth0-api.messagemedia.com/messages")));
    }

    private static Restored given(String path, String kind, String text, boolean lookOnly) {
        return restored(withheld(path, kind, "print"), text, lookOnly);
    }

    private static Entry withheld(String path, String kind, String print) {
        return new Entry(FieldPath.parse(path), new Before.Withheld(kind, print), Optional.empty(), true);
    }

    private static Restored restored(Entry entry, String text, boolean lookOnly) {
        Backup backup =
                new Backup(PROD, "plugin", Optional.of(new RunId("20261124T120000Z-3f9c")), SALT, List.of(entry));
        String variable = RestoredValues.variable(entry.path());
        return new RestoredValues(
                        Optional.empty(),
                        name -> Optional.ofNullable(name.equals(variable) ? text : null),
                        lookOnly,
                        new GatewayDelivery())
                .of(backup, backup.entries());
    }
}
