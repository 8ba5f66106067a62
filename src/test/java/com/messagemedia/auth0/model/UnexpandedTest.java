package com.messagemedia.auth0.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.CredentialText.Unexpanded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnexpandedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "$(ApiSecret)|a variable in $() that was not replaced",
                "##ApiSecret##|a variable in ## that was not replaced",
                "#{ApiSecret}#|a variable in ## that was not replaced",
                "%API_SECRET%|a variable in %% that was not replaced",
                "${{ secrets.API }}|a variable in braces that was not replaced",
                "********|asterisks, the mask of a secret",
                "\"aaaaaaaaaabbbbbbbbbb\"|a text in quotes (the quotes would be sent)",
                "'aaaaaaaaaabbbbbbbbbb'|a text in quotes (the quotes would be sent)"
            })
    void aCredentialThatNobodyFilledInIsNone(String value, String told) {
        assertThat(Unexpanded.in(value)).contains(told);
    }

    @Test
    void aCredentialIsNotTakenForAVariable() {
        assertThat(Unexpanded.in("aaaa$(b)cc##d")).isEmpty();
        assertThat(Unexpanded.in("aaaaaaaaaabbbbbbbbbb")).isEmpty();
    }
}
