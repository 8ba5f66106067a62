package com.messagemedia.auth0.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.testing.QuickDerivation;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What a guess costs, with the real number of rounds; the other tests of sealed values take one round. */
class PassphraseCostTest {

    private static final Secret KEY = new Secret("rehearsal passphrase");

    @Test
    void aPassphraseIsNotQuicklyGuessed() {
        String locked = SealedText.seal("a twilio token", "twilio_token", KEY);
        String header = locked.split("\\.", -1)[0];
        assertThat(new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8))
                .contains("\"alg\":\"PBES2-HS512+A256KW\"", "\"enc\":\"A256GCM\"", "\"p2c\":210000");
        assertThat(SealedText.open(locked, "twilio_token", KEY)).contains("a twilio token");
        assertThat(openedAfterOneRound(locked)).isFalse();
    }

    private static boolean openedAfterOneRound(String locked) {
        QuickDerivation oneRound = new QuickDerivation();
        oneRound.install();
        try {
            return SealedText.open(locked, "twilio_token", KEY).isPresent();
        } finally {
            oneRound.remove();
        }
    }
}
