package com.messagemedia.auth0.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.testing.Rehearsal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

    private static final String SECRET = "p4ss/word+1=?>";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            value p4ss/word+1=?> was sent      | value (secret) was sent
            p4ss/word+1=?>p4ss/word+1=?>       | (secret)
            ?secret=p4ss%2Fword%2B1%3D%3F%3E&b | ?secret=(secret)&b
            Basic cDRzcy93b3JkKzE9Pz4=         | Basic (secret)
            token cDRzcy93b3JkKzE9Pz4 end      | token (secret) end
            token cDRzcy93b3JkKzE9Pz4=== end   | token (secret)= end
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

    /** The secrets stand before the texts: letters alone, as of a language, and letters with digits. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            correcthorsebattery     | got correcthors                         | got (secret)
            correcthorsebattery     | got correcthors…                        | got (secret)…
            correcthorsebattery     | got correcthors...                      | got (secret)...
            correcthorsebattery     | got correcthors and more                | got correcthors and more
            correcthorsebattery     | got correcthors' and more               | got correcthors' and more
            correcthorsebattery     | got Y29ycmVjdGhvcnM= and more           | got (secret) and more
            k7Rm2xWq9ZtLp4Vd        | got k7Rm2xWq9Z and more                 | got (secret) and more
            k7Rm2xWq9ZtLp4Vd        | got k7Rm2xWq9Z' and more                | got (secret)' and more
            k7Rm2xWq9ZtLp4Vd        | got k7Rm2xWq9ZZ and more                | got k7Rm2xWq9ZZ and more
            """)
    void takesOutTheBeginningOfASecretWhereItWasCut(String secret, String text, String scrubbed) {
        assertThat(Redactor.of(List.of(secret)).scrub(text)).isEqualTo(scrubbed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            k7Rm2xWq9ZtLp4VdHs3B         | Rm2xWq9ZtLp4VdHs            | (secret)
            k7Rm2xWq9ZtLp4VdHs3B         | Rm2xWq9ZtLp4VdHs!           | (secret)!
            k7Rm2xWq9ZtLp4VdHs3B         | Rm2xWq9ZtLp4VdH             | Rm2xWq9ZtLp4VdH
            correct horse battery staple | a horse battery staple in it | a horse battery staple in it
            """)
    void takesOutSixteenCharactersOfASecretThatHasDigits(String secret, String text, String scrubbed) {
        assertThat(Redactor.of(List.of(secret)).scrub(text)).isEqualTo(scrubbed);
    }

    /** What stands in a line of ours by chance stays; what is encoded in base64 does not stand there by chance. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            p4ss/word+1=?>          | the p4ss/word+1=?> stays        | the (secret) stays
            Password                | the Password stays              | the Password stays
            Password                | the UGFzc3dvcmQ= stays          | the (secret) stays
            alpha/beta              | the YWxwaGFcL2JldGE= stays      | the (secret) stays
            k7abcdefghijklmnopqrstu | the 7abcdefghijklmno stays      | the (secret) stays
            k7abcdefghijklmnopqrstu | the abcdefghijklmnop stays      | the abcdefghijklmnop stays
            k7abcdefghijklmnopqrstu | the YWJjZGVmZ2hpamtsbW5vcA== it | the (secret) it
            k7abcdefghijklmnopqrstu | the k7abcdefgh was cut          | the k7abcdefgh was cut
            k7abcdefghijklmnopqrstu | the azdhYmNkZWZnaA== was cut    | the (secret) was cut
            """)
    void leavesInOurOwnLinesWhatCanStandThereByChance(String secret, String text, String scrubbed) {
        assertThat(Redactor.of(List.of(secret)).scrubOwn(text)).isEqualTo(scrubbed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sixsix       | a c2l4c2l4 b              | a (secret) b
            sixsix-seven | a c2l4c2l4 and LXNldmVu b | a c2l4c2l4 and LXNldmVu b
            """)
    void readsEachRunOfBase64ByItself(String secret, String text, String scrubbed) {
        assertThat(Redactor.of(List.of(secret)).scrub(text)).isEqualTo(scrubbed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n", "a\n", "a\r\n", "or\nx\n", "a\nbc\n", "a\n\n\nbc\n", "k\ney\nis\n", "on\nce\nmore\n"})
    void readsBase64WhateverLinesStandBeforeIt(String lines) {
        assertThat(Redactor.of(List.of(SECRET)).scrub(lines + "cDRzcy93b3JkKzE9Pz4="))
                .isEqualTo(lines + "(secret)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "it is p4ss/word+1=?>"         | true
            "it is not"                    | false
            ["a", "p4ss/word+1=?>"]        | true
            ["a", "b"]                     | false
            {"a": {"b": "p4ss/word+1=?>"}} | true
            {"p4ss/word+1=?>": true}       | true
            {"a": {"b": "c"}, "d": null}   | false
            12345678                       | true
            1234567                        | false
            true                           | false
            null                           | false
            "bearer"                       | false
            """)
    void findsASecretWhereverItStandsInAValue(String json, boolean found) {
        assertThat(Redactor.of(List.of(SECRET, "12345678", "bearer")).finds(Rehearsal.json(json)))
                .isEqualTo(found);
    }

    @Test
    void takesNoWordOfAuth0sForASecret() {
        Redactor redactor = Redactor.of(List.of("bearer"));
        assertThat(redactor.scrub("bearer")).isEqualTo("bearer");
        assertThat(redactor.scrub("the bearer is")).isEqualTo("the (secret) is");
    }

    @Test
    void knowsNoSecretUnlessTold() {
        assertThat(Redactor.none().scrub(SECRET)).isEqualTo(SECRET);
    }
}
