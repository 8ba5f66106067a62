package com.messagemedia.auth0.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.merge.Decision.Added;
import com.messagemedia.auth0.merge.Decision.Changed;
import com.messagemedia.auth0.merge.Decision.How;
import com.messagemedia.auth0.merge.Decision.Kept;
import com.messagemedia.auth0.merge.Decision.KeptByPolicy;
import com.messagemedia.auth0.merge.Decision.Reason;
import com.messagemedia.auth0.merge.Decision.Removed;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Origin;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.Plan.Target;
import com.messagemedia.auth0.report.Printable.Palette;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The text of a plan: a line for each option with its reason, and what no reader may see. */
class PlanReportTest {

    private static final Origin LINE_9 = new Origin("messagemedia-auth0.yaml", 9, 3);
    private static final Origin LINE_12 = new Origin("messagemedia-auth0.yaml", 12, 3);

    @Test
    void showsEachKindOfChangeWithItsReason() {
        Plans plan = Plans.of(
                        new Added(path("provider"), Value.of("sms_gateway"), How.ADOPTED),
                        new Added(path("syntax"), Value.of("liquid"), How.OVERWRITTEN),
                        new Changed(path("from"), Value.of("+15550100000"), Value.of("+61491570156"), How.ADOPTED),
                        new Changed(path("template"), Value.of("old"), Value.of("new"), How.OWNED),
                        new Changed(path("totp.length"), Value.of(4), Value.of(6), How.OVERWRITTEN),
                        new Removed(path("disable_signup"), Value.of(true), Reason.NO_LONGER_DESIRED),
                        new Removed(path("messaging_service_sid"), Value.Null.NULL, Reason.LISTED),
                        new Removed(path("name"), Value.of("SMS OTP"), Reason.OVERWRITTEN),
                        new Removed(path("twilio_sid"), Value.of("AC0123"), Reason.PROVIDER_SWITCH),
                        new Removed(path("upstream_params.a.b"), Value.of("x"), Reason.REPLACED),
                        new KeptByPolicy(path("z"), Optional.of(Value.of("live")), Optional.of(Value.of("ours"))),
                        new KeptByPolicy(path("zz"), Optional.empty(), Optional.of(Value.of("ours"))),
                        new Kept(path("brute_force_protection"), Value.of(true), true),
                        new Kept(path("forward_req_info"), Value.of(true), false),
                        new Kept(path("use[]"), Value.of(true), false))
                .origins(Map.of(
                        path("provider"), LINE_9,
                        path("messaging_service_sid"), LINE_12,
                        path("upstream_params"), LINE_12));
        assertThat(plan.text()).isEqualTo("""
                        acme.eu.auth0.com, connection sms (con_BBBBBBBBBBBBBBBB), environment prod
                          + provider               sms_gateway
                          + syntax                 liquid   conflict, the descriptor wins
                          ~ from                   +15550100000 -> +61491570156   adopting a value that is not from this descriptor
                          ~ template               old -> new
                          ~ totp.length            4 -> 6   conflict, the descriptor wins
                          - disable_signup         true   no longer in the descriptor
                          - messaging_service_sid  null   listed in remove (messagemedia-auth0.yaml:12)
                          - name                   "SMS OTP"   conflict, the descriptor wins
                          - twilio_sid             AC0123   switching provider (messagemedia-auth0.yaml:9)
                          - upstream_params.a.b    x   replaced by a value of another shape (messagemedia-auth0.yaml:12)
                          = z                      live   kept by onConflict; descriptor ours
                          = zz                     (absent)   kept by onConflict; descriptor ours
                          = 3 kept, 2 of them unmanaged: forward_req_info, ["use[]"]
                        Plan: 2 to add, 3 to change, 5 to remove, 0 conflicts. 5 options are removed, as listed; no other option is lost.
                        """);
    }

    @Test
    void countsTheRestOfManyUnmanagedOptions() {
        Plans plan = Plans.of(IntStream.range(100, 10_100)
                .mapToObj(number -> new Kept(path("u" + number), Value.of("a"), false))
                .toArray(Decision[]::new));
        String named = "  = 10000 kept, 10000 of them unmanaged: "
                + IntStream.range(100, 120).mapToObj(number -> "u" + number).collect(Collectors.joining(", "))
                + " and 9,980 more";
        assertThat(plan.text()).contains(named + "\n");
        assertThat(new PlanReport(plan.view(), Palette.PLAIN)
                        .savedAs("plan.json")
                        .lines())
                .contains(named + ", all in plan.json");
    }

    @Test
    void namesTheReferenceOfEachValueThatIsNotWrittenOut() {
        Decision.Cause drift = new Decision.Cause(Decision.Cause.Kind.DRIFT, Optional.empty());
        Plans plan = Plans.of(
                        new Added(path("template"), Value.of("a b"), How.OWNED),
                        new Changed(path("from"), Value.of("+1555"), Value.of("+6149"), How.ADOPTED),
                        new Changed(path("name"), Value.of("x"), Value.of("y"), How.OWNED),
                        new KeptByPolicy(path("z"), Optional.of(Value.of("live")), Optional.of(Value.of("ours"))),
                        new Decision.Conflict(path("zz"), Optional.of(Value.of("v")), Optional.empty(), drift),
                        new Decision.Refused(path("zzz"), Value.of("v"), List.of(path("zzz.e"))))
                .origins(Map.of(
                        path("template"), LINE_9,
                        path("from"), LINE_12,
                        path("z"), LINE_12,
                        path("zz"), LINE_12,
                        path("zzz"), LINE_12))
                .sources(Map.of(
                        path("template"), List.of("${env.A}", "${file:b.txt}"),
                        path("from"), List.of("server messagemedia"),
                        path("z"), List.of("${z\u001b}"),
                        path("zz"), List.of("${zz}"),
                        path("zzz"), List.of("${zzz}")))
                .confidential("template", "from");
        assertThat(plan.text().lines().filter(line -> line.contains("   from ")))
                .containsExactly(
                        "  + template  (value #323c, 3 characters)   from ${env.A} and ${file:b.txt}, line 9",
                        "  ~ from      (value #8bd0, 5 characters) -> (value #e01a, 5 characters)   adopting a value that"
                                + " is not from this descriptor   from server messagemedia, line 12",
                        "  = z         live   kept by onConflict; descriptor ours   from ${z\\u001B}, line 12",
                        "  ! zz        live (absent), descriptor v   from ${zz}, line 12",
                        "  ! zzz       v   from ${zzz}, line 12");
    }

    @Test
    void namesTheNearestPlaceInTheDescriptorWhateverTheMapsOrder() {
        Map<FieldPath, Origin> origins = new HashMap<>();
        for (int line = 20; line < 60; line++) {
            origins.put(path("totp.a" + line), new Origin("f.yaml", line, 1));
        }
        Plans below = Plans.of(new Removed(path("totp"), Value.of(1), Reason.REPLACED))
                .origins(origins);
        assertThat(below.text()).contains("replaced by a value of another shape (f.yaml:20)");
        origins.put(path("totp"), new Origin("f.yaml", 70, 1));
        Plans above = Plans.of(new Removed(path("totp.a33.x"), Value.of(1), Reason.LISTED))
                .origins(origins);
        assertThat(above.text()).contains("listed in remove (f.yaml:33)");
        Plans itself =
                Plans.of(new Removed(path("totp"), Value.of(1), Reason.LISTED)).origins(origins);
        assertThat(itself.text()).contains("listed in remove (f.yaml:70)");
    }

    @Test
    void lineUpsIgnorePathsThatAreVeryLong() {
        String long45 = "p".repeat(45);
        assertThat(Plans.of(
                                new Added(path("from"), Value.of("a"), How.OWNED),
                                new Added(path(long45), Value.of("b"), How.OWNED))
                        .text())
                .contains("  + from  a\n  + " + long45 + "  b\n");
    }

    @Test
    void paintsSignsAndHeadingsForATerminal() {
        Plans plan = Plans.of(
                        new Added(path("a"), Value.of("x"), How.OWNED),
                        new Changed(path("b"), Value.of("x"), Value.of("y"), How.OWNED),
                        new Removed(path("c"), Value.of("x"), Reason.LISTED),
                        new Decision.Refused(path("d"), Value.of("x"), List.of(path("d.e"))))
                .clients("client1");
        assertThat(plan.text(Palette.ANSI).replace('\u001b', '^')).isEqualTo("""
                        ^[1macme.eu.auth0.com, connection sms (con_BBBBBBBBBBBBBBBB), environment prod^[0m
                          ^[32m+^[0m a  x
                          ^[33m~^[0m b  x -> y
                          ^[31m-^[0m c  x   listed in remove
                          ^[31m!^[0m d  x
                              would replace an object that contains unmanaged options: d.e
                          ^[32m+^[0m enabled client client1
                          = 0 kept
                          To replace an object that contains unmanaged options, list these options under "remove".
                        ^[1mPlan: 1 to add, 1 to change, 1 to remove, 1 conflict. Nothing can be written.^[0m
                        """);
        assertThat(plan.text(Palette.PLAIN)).doesNotContain("\u001b");
    }

    @Test
    void letsNothingFromAuth0RepaintTheTerminal() {
        String evil = "\u001b[2J\u202e\u2028x\n";
        Plans plan = Plans.of(
                        new Changed(FieldPath.of("k" + evil), Value.of(evil), Value.of("v"), How.OWNED),
                        new Kept(FieldPath.of("u" + evil), Value.of("v"), false))
                .clients("c" + evil)
                .at(new Target("t" + evil, "n" + evil, "i" + evil, Optional.of("e" + evil)))
                .origins(Map.of());
        assertThat(plan.text(Palette.PLAIN)).isEqualTo("""
                        t\\u001B[2J\\u202E\\u2028x\\u000A, connection n\\u001B[2J\\u202E\\u2028x\\u000A (i\\u001B[2J\\u202E\\u2028x\\u000A), environment e\\u001B[2J\\u202E\\u2028x\\u000A
                          ~ ["k\\u001B[2J\\u202E\\u2028x\\u000A"]  "\\u001b[2J\\u202E\\u2028x\\n" -> v
                          + enabled client c\\u001B[2J\\u202E\\u2028x\\u000A
                          = 1 kept, 1 of them unmanaged: ["u\\u001B[2J\\u202E\\u2028x\\u000A"]
                        Plan: 0 to add, 1 to change, 0 to remove, 0 conflicts. No live option is lost.
                        """);
    }

    @Test
    void hidesSecretsAndWhatCameFromOutside() {
        Plans plan = Plans.of(
                        new Added(path("gateway_authentication.audience"), Value.of("api-secret-0001"), How.OWNED),
                        new Added(path("gateway_authentication.method"), Value.of("bearer"), How.OWNED),
                        new Changed(
                                path("gateway_authentication.subject"),
                                Value.of("api-key-0001"),
                                Value.of(7),
                                How.OWNED),
                        new Removed(path("twilio_token"), Value.of("twilio-token-01"), Reason.PROVIDER_SWITCH),
                        new Changed(path("from"), Value.of("+15550100000"), Value.of("+61491570156"), How.OWNED),
                        new KeptByPolicy(path("totp"), Optional.of(Value.of("inner")), Optional.empty()))
                .confidential("from", "totp.length");
        assertThat(plan.text()).isEqualTo("""
                        acme.eu.auth0.com, connection sms (con_BBBBBBBBBBBBBBBB), environment prod
                          + gateway_authentication.audience  (secret #a77f, 15 characters)
                          + gateway_authentication.method    bearer
                          ~ gateway_authentication.subject   (secret #3cb4, 12 characters) -> (secret #8f83, number)
                          - twilio_token                     (secret #e863, 15 characters)   switching provider
                          ~ from                             (value #cda8, 12 characters) -> (value #99f8, 12 characters)
                          = totp                             (value #a73f, 5 characters)   kept by onConflict
                          = 0 kept
                        Plan: 2 to add, 2 to change, 1 to remove, 0 conflicts. 1 option is removed, as listed; no other option is lost.
                        """);
    }

    private static FieldPath path(String text) {
        return text.endsWith("[]") ? FieldPath.of(text) : FieldPath.parse(text);
    }
}
