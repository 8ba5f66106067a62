package com.messagemedia.auth0.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.testing.QuickDerivation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(QuickDerivation.class)
class SealedTextTest {

    private static final Secret KEY = new Secret("rehearsal passphrase");

    @Test
    void opensWithItsPassphraseAndForItsPurposeAlone() {
        String locked = SealedText.seal("a twilio token", "twilio_token", KEY);
        assertThat(locked).doesNotContain("twilio");
        assertThat(SealedText.open(locked, "twilio_token", KEY)).contains("a twilio token");
        assertThat(SealedText.open(locked, "gateway_authentication.audience", KEY))
                .isEmpty();
        assertThat(SealedText.open(locked, "twilio_token", new Secret("another passphrase")))
                .isEmpty();
        assertThat(SealedText.open("nonsense", "twilio_token", KEY)).isEmpty();
        assertThat(SealedText.open(edited(locked), "twilio_token", KEY)).isEmpty();
    }

    /** The first character of the authentication tag is another: the tag is random, so it is compared and not assumed. */
    private static String edited(String locked) {
        int tag = locked.lastIndexOf('.') + 1;
        return locked.substring(0, tag) + (locked.charAt(tag) == 'A' ? 'B' : 'A') + locked.substring(tag + 1);
    }

    @Test
    void isAnotherTextEveryTime() {
        assertThat(SealedText.seal("x", "p", KEY)).isNotEqualTo(SealedText.seal("x", "p", KEY));
    }
}
