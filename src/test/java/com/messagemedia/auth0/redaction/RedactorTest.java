package com.messagemedia.auth0.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactorTest {

    private static final String SECRET = "p4ss/word+1=?>";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            value p4ss/word+1=?> was sent      | value (secret) was sent
            p4ss/word+1=?>p4ss/word+1=?>       | (secret)
            ?secret=p4ss%2Fword%2B1%3D%3F%3E&b | ?secret=(secret)&b
            Basic cDRzcy93b3JkKzE9Pz4=         | Basic (secret)
            token cDRzcy93b3JkKzE9Pz4 end      | token (secret) end
            nothing here                       | nothing here
            """)
    void takesOutEveryFormOfASecret(String text, String scrubbed) {
        assertThat(Redactor.of(List.of(SECRET)).scrub(text)).isEqualTo(scrubbed);
    }

    @Test
    void takesOutTheUrlSafeFormOfBase64() {
        // The bytes that the two alphabets spell differently: + and / against - and _.
        String secret = "~~~???>>>";
        assertThat(Redactor.of(List.of(secret)).scrub("fn5-Pz8_Pj4-|fn5+Pz8/Pj4+"))
                .isEqualTo("(secret)|(secret)");
    }

    @Test
    void takesOutTheLongerOfTwoSecretsFirst() {
        Redactor redactor = Redactor.of(List.of("abcdef", "abcdefghij"));
        assertThat(redactor.scrub("abcdefghij abcdef")).isEqualTo("(secret) (secret)");
    }

    @Test
    void leavesOutWhatIsTooShortToBeASecret() {
        Redactor redactor = Redactor.of(List.of("", "short", "sixsix"));
        assertThat(redactor.scrub("a short sixsix text")).isEqualTo("a short (secret) text");
    }

    @Test
    void takesNoRepeatedCharacterForASecret() {
        assertThat(Redactor.of(List.of("00000000000000000000000000000000")).scrub("AC00000000000000000000000000000000"))
                .isEqualTo("AC00000000000000000000000000000000");
    }

    @Test
    void readsASecretAsTextAndNotAsAPattern() {
        assertThat(Redactor.of(List.of("a.c$1\\Q(")).scrub("a.c$1\\Q( abc$1")).isEqualTo("(secret) abc$1");
    }

    @Test
    void knowsNoSecretUnlessTold() {
        assertThat(Redactor.none().scrub(SECRET)).isEqualTo(SECRET);
    }
}
