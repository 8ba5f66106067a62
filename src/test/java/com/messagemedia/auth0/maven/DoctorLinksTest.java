package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.testing.Colleague;
import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The list of links is read from a run of {@code doctor}. Each of them is broken by itself, and then it alone is named. */
class DoctorLinksTest extends RunningTenantTest {

    /** Rules of countries are only ever told. */
    private static final String NEVER_BROKEN = "countries";

    private static final String OWN_OPTIONS = """
            options:
              provider: sms_gateway
              gateway_url: https://auth0-api.messagemedia.com/messages
              gateway_authentication:
                method: bearer
                subject: ${env.NOT_SET_KEY}
                audience: ${env.NOT_SET_SECRET}
                secret: MessageMedia
                secret_base64_encoded: true
              from: "+61491570156"
            """;

    private static final Map<String, Breakage> BREAKAGES = breakages();

    private boolean tenantSilent;

    /** Breaks one link, after an apply or before it. */
    private record Breakage(boolean afterApply, Act act) {

        interface Act {
            void on(DoctorLinksTest test);
        }
    }

    private static Map<String, Breakage> breakages() {
        Map<String, Breakage> all = new LinkedHashMap<>();
        before(all, "descriptor", test -> test.describe("nonsense: 1\n"));
        before(all, "references", test -> test.edit("SandboxApiSecret00000000000000", "${env.NOT_SET_SECRET}"));
        after(all, "tenant", test -> test.tenantSilent = true);
        after(all, "token", test -> test.edit("sandbox-client-id", "somebody-else"));
        before(all, "scopes", test -> test.restart(Set.of("read:connections", "read:connections_options")));
        after(all, "connection", test -> test.describe("connection: elsewhere\n"));
        after(
                all,
                "applications",
                test -> new Colleague(test.sandbox).replaces("enabled_clients", clients -> new Value.Array(List.of())));
        after(all, "plan", DoctorLinksTest::removeTheGatewaysAddress);
        before(all, "provider", DoctorLinksTest::sendThroughTwilioWithoutAToken);
        after(all, "phone provider", test -> test.live("use_phone_provider", Value.of(true)));
        after(
                all,
                "gateway",
                test -> test.edit("  from:", "  gatewayUrl: https://auth0-api.messagemedia.com/message\n  from:"));
        before(all, "gateway token", DoctorLinksTest::signWithADecodedSecret);
        after(all, "credentials", test -> test.environment("environment-secret-0001"));
        after(all, "sender", test -> test.edit("+61491570156", "+61491570158"));
        before(all, "template", test -> test.live("template", Value.of("Welcome")));
        return all;
    }

    private static void before(Map<String, Breakage> all, String link, Breakage.Act act) {
        all.put(link, new Breakage(false, act));
    }

    private static void after(Map<String, Breakage> all, String link, Breakage.Act act) {
        all.put(link, new Breakage(true, act));
    }

    static Stream<String> links() {
        return BREAKAGES.keySet().stream();
    }

    private void edit(String from, String to) {
        assertThat(descriptor()).contains(from);
        build().descriptor(descriptor().replace(from, to));
    }

    private void environment(String secret) {
        build().environment("NOT_SET_SECRET", secret);
        edit("SandboxApiSecret00000000000000", "${env.NOT_SET_SECRET}");
    }

    private void live(String path, Value value) {
        new Colleague(sandbox).sets(path, value);
    }

    private void restart(Set<String> scopes) {
        sandbox.close();
        sandbox = Sandbox.start(SandboxSettings.inMemory().withScopes(scopes));
        describe("");
    }

    private void withoutAMessageMediaSection(String rest) {
        String text = descriptor();
        build().descriptor(text.substring(0, text.indexOf("messageMedia:")) + rest);
    }

    private void sendThroughTwilioWithoutAToken() {
        live("twilio_token", Value.of(""));
        withoutAMessageMediaSection("options: {template: 'Code @@password@@'}\n");
    }

    private void removeTheGatewaysAddress() {
        withoutAMessageMediaSection("remove: [gateway_url]\n");
    }

    private void signWithADecodedSecret() {
        build().environment("NOT_SET_KEY", "SandboxApiKey0000000")
                .environment("NOT_SET_SECRET", "SandboxApiSecret00000000000000");
        withoutAMessageMediaSection(OWN_OPTIONS);
    }

    @Override
    SandboxSettings settings() {
        return SandboxSettings.inMemory()
                .withScopes(SandboxSettings.ALL_SCOPES)
                .withFilters(List.of(new SilentTenant()));
    }

    /** The tenant breaks off the question whether it is there; its gateway does not. */
    private final class SilentTenant extends Filter {

        @Override
        public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
            if (tenantSilent && exchange.getRequestURI().getPath().equals("/")) {
                exchange.close();
            } else {
                chain.doFilter(exchange);
            }
        }

        @Override
        public String description() {
            return "a tenant that does not answer";
        }
    }

    private List<String> names(String state) {
        List<String> names = new ArrayList<>();
        for (String line : logged()) {
            if (line.matches("INFO (ok|warning|unknown|broken) .*")
                    && (state.isEmpty() || line.startsWith("INFO " + state))) {
                names.add(line.substring(14, Math.min(29, line.length())).strip());
            }
        }
        return names.stream().distinct().toList();
    }

    @Test
    void eachLinkHasABreakage(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "doctor") DoctorMojo doctor) {
        describe("");
        run(apply);
        run(doctor);
        assertThat(names(""))
                .containsAll(BREAKAGES.keySet())
                .hasSize(BREAKAGES.size() + 1)
                .contains(NEVER_BROKEN);
        assertThat(names("broken")).isEmpty();
        assertThat(names("unknown")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("links")
    void aBrokenLinkIsNamedAndNoOther(
            String link, @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "doctor") DoctorMojo doctor) {
        Breakage breakage = BREAKAGES.get(link);
        describe("");
        if (breakage.afterApply()) {
            run(apply);
        }
        breakage.act().on(this);
        failure(doctor);
        assertThat(names("broken")).containsExactly(link);
        assertThat(sandbox.inbox()).isEmpty();
    }

    @Test
    void aWrongPathThatIsLiveIsNamedToo(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "doctor") DoctorMojo doctor) {
        describe("");
        edit("  from:", "  gatewayUrl: https://auth0-api.messagemedia.com/message\n  from:");
        run(apply);
        withoutAMessageMediaSection("owner: another\noptions: {syntax: md_with_macros}\n");
        assertThat(failure(doctor)).startsWith("The chain is broken at: gateway.\n");
        assertThat(logged())
                .contains(
                        "INFO broken   gateway        gateway_url leads to auth0-api.messagemedia.com, but not to"
                                + " MessageMedia's gateway there",
                        "INFO                         Leave messageMedia.gatewayUrl out, or set it to"
                                + " https://auth0-api.messagemedia.com/messages, and apply.");
    }
}
