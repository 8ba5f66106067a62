package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.sandbox.StartingTenant;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.junit.jupiter.api.Test;

/** An apply that takes over what sends a tenant's phone messages. */
class TakeOverOfGoalsTest extends RunningTenantTest {

    private static final String PASSPHRASE = "There is no passphrase for the backup";

    @Override
    SandboxSettings settings() {
        return SandboxSettings.inMemory().withStart(StartingTenant.OLDER).withPhoneScopes();
    }

    @Test
    @InjectMojo(goal = "apply")
    void isRefusedBeforeAnyWordAboutItsBackup(ApplyMojo apply) {
        build().environment("MESSAGEMEDIA_BACKUP_KEY", "");
        describe("delivery: phoneProvider\nremove: [twilio_sid, twilio_token]\n");
        String domain = sandbox.address().domain();
        assertThat(failure(apply))
                .isEqualTo("The plan takes over what sends the phone messages of tenant " + domain
                        + ". Nothing was written.\n"
                        + "Read the warnings of the plan; if that is what you want, add -Dmessagemedia.takeOver="
                        + domain + ".\n"
                        + "Outcome: refused; Auth0 did not change.");
        assertThat(logged()).isNotEmpty().noneMatch(line -> line.contains(PASSPHRASE));
    }
}
