package com.messagemedia.auth0.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.connection.SandboxCredentials;
import com.messagemedia.auth0.testing.Rehearsal;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever a secret stands in a connection, and in whatever form: it is not in the exported file. */
class ExportSecrecyTest {

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;
    private ExportRehearsal export;

    @BeforeEach
    void open() {
        rehearsal = Rehearsal.in(folder);
        export = new ExportRehearsal(rehearsal);
    }

    @AfterEach
    void close() {
        rehearsal.close();
    }

    private static void assertNoSecret(Exported exported) {
        assertThat(exported.text()).doesNotContain(SandboxCredentials.API_KEY, SandboxCredentials.API_SECRET);
    }

    @Test
    void writesNoSecretThatStandsWhereNobodyExpectsIt() {
        export.throughMessageMedia();
        rehearsal
                .set("api_token", "\"unexpected-secret-1\"")
                .set("name", "\"copy of SandboxApiSecret00000000000000\"")
                .set("list", "[{\"password\": \"unexpected-secret-2\"}]")
                .set("gateway_authentication.extra", "\"unexpected-secret-3\"");
        Exported exported = export.export();
        assertThat(exported.text())
                .contains("  #api_token: ${env.API_TOKEN}\n", "  #name: ${env.NAME}\n", "  #list: ${env.LIST}\n")
                .doesNotContain("unexpected-secret");
        assertNoSecret(exported);
        export.planOf(exported);
    }

    @Test
    void writesNoCopyOfASecretWhateverItsForm() {
        export.throughMessageMedia();
        rehearsal
                .set("k_SandboxApiSecret00000000000000", "{\"a\": 1}")
                .set("list", "[{\"SandboxApiKey0000000\": 1}]")
                .set("headers", """
                        {"x": "U2FuZGJveEFwaUtleTAwMDAwMDA6U2FuZGJveEFwaVNlY3JldDAwMDAwMDAwMDAwMDAw"}""")
                .set("encoded", "\"x%20%53andboxApiKey0000000\"");
        Exported exported = export.export();
        assertThat(exported.text())
                .contains(
                        "\n# An option is left out here: its name holds a secret.\n",
                        "\n  #list: ${env.LIST}\n",
                        "\n  #  x: ${env.HEADERS_X}\n",
                        "\n  #encoded: ${env.ENCODED}\n");
        assertNoSecret(exported);
        assertThat(exported.others().toString()).doesNotContain("SandboxApi");
        export.planOf(exported);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic YWNtZTpwYXNzd29yZC0wMDAx",
                "authorization: bearer abcdefghijklmnop0",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
                "-----BEGIN RSA PRIVATE KEY----- MIIE",
                "https://acme:password-0001@hook.example/",
                "https://hook.example/?a=b&access_token=abcdef"
            })
    void writesNothingThatLooksLikeACredential(String text) {
        rehearsal.set("hook", '"' + text + '"');
        assertThat(export.export().text()).contains("\n  #hook: ${env.HOOK}\n").doesNotContain(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your basic verification-code-for-today is: @@password@@",
                "https://acme.example/login?token=@@code@@",
                "Bearer of the code @@password@@: https://acme.example:8443/a?b=c@d"
            })
    void takesNoOrdinaryTextForACredential(String template) {
        rehearsal.set("template", '"' + template + '"');
        assertThat(export.export().text()).contains("\n  template: \"" + template + "\"\n");
    }

    @Test
    void keepsTheKeyOfAGatewaysAddressOutOfTheFile() {
        export.throughMessageMedia();
        rehearsal.set("gateway_url", "\"https://sms.acme.example/messages?api_key=unexpected-secret-4\"");
        Exported exported = export.export();
        assertThat(exported.text())
                .contains("\n  gatewayUrl: ${env.GATEWAY_URL}\n  allowGateway: sms.acme.example\n")
                .doesNotContain("unexpected-secret");
        assertThat(exported.variables()).contains("GATEWAY_URL");
        assertThat(exported.changes()).isEmpty();
    }
}
