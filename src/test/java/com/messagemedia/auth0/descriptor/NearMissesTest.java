package com.messagemedia.auth0.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a rule ends: what is nearly a fault and is none, beside what is one. */
final class NearMissesTest {

    private static final String HEAD = "version: 1\ntenant: {domain: acme.eu.auth0.com, token: \"${env.T}\"}\n";
    private static final String GATEWAY =
            HEAD + "messageMedia: {server: messagemedia, from: Acme, gatewayUrl: \"https://sms.acme.example/messages\"";
    private static final String STRANGER = "leads to a host that is not MessageMedia's";

    @TempDir
    private Path folder;

    private String faults(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("d.yaml"), yaml);
        return Rendered.of(
                Readers.of(new Surroundings()).validate(file, Optional.empty()).diagnostics());
    }

    @Test
    void aRemovedMemberConfirmsThatNullReplacesItsObjectAndContradictsAnEmptyObject() throws IOException {
        String remove = "remove: [upstream_params.screen_name]\n";
        assertThat(faults(HEAD + "options: {upstream_params: null}\n" + remove)).isEmpty();
        assertThat(faults(HEAD + "options: {upstream_params: {}}\n" + remove))
                .contains("remove names an option that options sets: upstream_params.screen_name");
    }

    @Test
    void anAllowedHostThatIsNotKnownYetMayBeTheGateways() throws IOException {
        assertThat(faults(GATEWAY + ", allowGateway: \"${env.GATEWAY_HOST}\"}\n"))
                .doesNotContain(STRANGER);
        assertThat(faults(GATEWAY + ", allowGateway: other.acme.example}\n")).contains(STRANGER);
        assertThat(faults(GATEWAY + "}\n")).contains(STRANGER);
    }

    @Test
    void aKeyInBracesWithoutAValueIsAPlaceholderAndOneWithAValueIsAnOption() throws IOException {
        String placeholder = "still has the placeholder {YOUR_PARAMETER}";
        assertThat(faults(HEAD + "options: {upstream_params: {YOUR_PARAMETER: {alias: login_hint}}}\n"))
                .doesNotContain("placeholder");
        assertThat(faults(HEAD + "options: {upstream_params: {YOUR_PARAMETER}}\n"))
                .contains(placeholder);
    }

    /** A template that is one part long with a code of six digits, and no letter longer. */
    @ParameterizedTest
    @CsvSource({
        "4, false", "6, false", "7, true", "40, true",
        // Not a length that a code can have: counted as the usual one.
        "41, false", "99, false", "100, false", "six, false",
    })
    void aMessageIsAsLongAsItsCodeMakesIt(String length, boolean twoParts) throws IOException {
        String template = "x".repeat(154) + "@@password@@";
        String found = faults(HEAD + "options: {totp: {length: " + length + "}, template: \"" + template + "\"}\n");
        assertThat(found.contains("makes a message of at least 2 parts")).isEqualTo(twoParts);
    }
}
