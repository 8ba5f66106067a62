package com.messagemedia.auth0.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.redaction.Fingerprints;
import com.messagemedia.auth0.rollback.Backup.Before;
import com.messagemedia.auth0.rollback.Backup.Entry;
import com.messagemedia.auth0.rollback.Backup.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackupTest {

    static Backup backup(String name) {
        return new Backup(
                new Subject("acme.eu.auth0.com", name, "con_SandboxSms000000", "default"),
                "messagemedia-maven-plugin/1.0.0",
                Optional.of(new RunId("20261124T120000Z-3f9c")),
                new Fingerprints("salt-salt-salt-0"),
                List.of(
                        entry(FieldPath.of("from"), new Before.Plain(Value.of("+15550100000"))),
                        entry(FieldPath.of("a.b", "c"), new Before.Plain(Value.Null.NULL)),
                        entry(FieldPath.of("provider"), new Before.Absent()),
                        entry(FieldPath.of("action", "code"), new Before.InVersion("version-1")),
                        entry(FieldPath.of("gateway_url"), new Before.Unchanged()),
                        new Entry(
                                FieldPath.of("twilio_token"),
                                new Before.Withheld("string", "print-01"),
                                Optional.empty(),
                                true),
                        new Entry(FieldPath.of("x"), new Before.Sealed("jwe", "print-01"), Optional.empty(), true)));
    }

    static Entry entry(FieldPath path, Before before) {
        return new Entry(path, before, Optional.of("print-02"), false);
    }

    @Test
    void itsTextNamesWhatItIsAboutAndNoValue() {
        assertThat(backup("sms"))
                .hasToString("backup of connection sms (con_SandboxSms000000) of acme.eu.auth0.com, owner default");
        assertThat(backup("sms").entries())
                .extracting(Entry::toString)
                .containsExactly(
                        "entry from",
                        "entry [\"a.b\"].c",
                        "entry provider",
                        "entry action.code",
                        "entry gateway_url",
                        "entry twilio_token",
                        "entry x");
    }

    @Test
    void aVersionOfAResourceGivesTheValuesThatItHolds() {
        FieldPath code = FieldPath.of("action", "code");
        Options version = Options.EMPTY.with(code, Value.of("old code")).with(FieldPath.of("from"), Value.of("other"));
        assertThat(backup("sms").versions()).containsExactly(Map.entry("action", "version-1"));

        assertThat(backup("sms").reading("provider", version)).isEqualTo(backup("sms"));
        assertThat(backup("sms").reading("action", version).entries())
                .contains(
                        entry(code, new Before.Plain(Value.of("old code"))),
                        entry(FieldPath.of("from"), new Before.Plain(Value.of("+15550100000"))))
                .hasSize(7);
        assertThat(backup("sms").reading("action", Options.EMPTY).entries())
                .contains(entry(code, new Before.Absent()))
                .hasSize(7);
    }
}
