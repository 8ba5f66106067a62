package com.messagemedia.auth0.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.export.ConnectionExport.Exported;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.sandbox.RateLimit;
import com.messagemedia.auth0.sandbox.RateLimit.Budget;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.testing.Rehearsal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever a secret stands in a connection, and in whatever form: it is not in the exported file. */
class ExportSecrecyTest {

    private static final int TRIALS = 40;
    private static final String SECRET = SandboxCredentials.API_SECRET;

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;
    private ExportRehearsal export;

    @BeforeEach
    void open() {
        RateLimit plenty = RateLimit.global(new Budget(100_000, 100_000, Duration.ofSeconds(1)));
        rehearsal = Rehearsal.in(folder, SandboxSettings.inMemory().withRateLimit(plenty));
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
                .contains("  #api_token: ${env.API_TOKEN}\n", "  #name: ${env.NAME}\n", "  #list: ${env.OPTION_LIST}\n")
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
                        "\n  #list: ${env.OPTION_LIST}\n",
                        "\n  #  x: ${env.HEADERS_X}\n",
                        "\n  #encoded: ${env.OPTION_ENCODED}\n");
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
        assertThat(export.export().text())
                .contains("\n  #hook: ${env.OPTION_HOOK}\n")
                .doesNotContain(text);
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

    @ParameterizedTest
    @ValueSource(strings = {"pwd", "pin", "client_assertion", "note", "x"})
    void writesThePathOfAnUnknownOptionAndNotWhatItHolds(String name) {
        rehearsal
                .set(name, "\"tiger-lily\"")
                .set("unknown_tree", "{\"a\": [\"tiger-lily\"], \"b\": 7, \"c\": \"enabled\"}");
        assertThat(export.export().text())
                .contains(
                        "\n  #" + name + ": ${env." + (name.contains("_") ? "" : "OPTION_")
                                + name.toUpperCase(Locale.ROOT) + "}\n",
                        "\n  #  a: ${env.UNKNOWN_TREE_A}\n",
                        "\n  #  b: 7\n",
                        "\n  #  c: enabled\n")
                .doesNotContain("tiger-lily");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@@password@@ password=hunter2",
                "@@password@@ {'apiSecret': 'hunter2'}",
                "@@password@@ https://acme.example/?sig=hunter2",
                "@@password@@ X-Api-Key: hunter2"
            })
    void writesNoCredentialThatATextHolds(String template) {
        rehearsal.set("template", '"' + template + '"');
        assertThat(export.export().text())
                .contains("\n  template: ${env.TEMPLATE}\n")
                .doesNotContain("hunter2");
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

    @Test
    void writesNoSecretWhereverItsCopiesStand() {
        Options start = export.throughMessageMedia().rehearsal().live();
        for (long seed = 0; seed < TRIALS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            rehearsal.edit(any -> withCopies(start, random));
            Exported exported = export.export();
            assertNoSecret(exported);
            assertThat(exported.text()).as("seed %d", seed).doesNotContain(encoded(SECRET));
            assertThat(exported.others().toString()).as("seed %d", seed).doesNotContain(SECRET);
            assertThat(exported.changes()).as("seed %d", seed).isEmpty();
        }
    }

    private static Options withCopies(Options options, SplittableRandom random) {
        Options edited = options;
        for (int copy = random.nextInt(1, 5); copy > 0; copy--) {
            FieldPath path = FieldPath.of(List.of("name", "upstream_params", "x", "template", "y" + SECRET)
                    .get(random.nextInt(5)));
            edited = edited.with(random.nextBoolean() ? path : path.child("z"), copy(random, 3));
        }
        return edited;
    }

    private static Value copy(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> Value.of(SECRET);
            case 1 -> Value.of("Code @@password@@: \n" + SECRET + "!");
            case 2 -> Value.of("x " + encoded(SECRET));
            case 3 -> new Value.Tree(Map.of(SECRET + "z", Value.of(true)));
            case 4 -> new Value.Array(List.of(Value.of(1), copy(random, depth - 1)));
            default -> new Value.Tree(Map.of("k", copy(random, depth - 1)));
        };
    }

    private static String encoded(String secret) {
        return Base64.getEncoder().encodeToString(("acme:" + secret).getBytes(StandardCharsets.UTF_8));
    }
}
