package com.messagemedia.auth0.reliability;

import com.messagemedia.auth0.apply.Apply;
import com.messagemedia.auth0.auth0.RetryBudget;
import com.messagemedia.auth0.auth0.SharedTokens;
import com.messagemedia.auth0.auth0.ShortWaits;
import com.messagemedia.auth0.delivery.DescriptorSource;
import com.messagemedia.auth0.delivery.Permissions;
import com.messagemedia.auth0.delivery.Protection.Approval;
import com.messagemedia.auth0.delivery.SyncSettings;
import com.messagemedia.auth0.delivery.TenantPlanner;
import com.messagemedia.auth0.delivery.gateway.GatewayDelivery;
import com.messagemedia.auth0.descriptor.DeliveryChoices;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.testing.Colleague;
import com.messagemedia.auth0.testing.Rehearsal;
import com.messagemedia.auth0.testing.Variables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** One apply with one fault at one step, and what the tenant holds afterwards. */
final class FaultyRun implements AutoCloseable {

    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final HeldCertificate AUTHORITY = authority();
    private static final SSLContext TRUSTED = context(AUTHORITY);
    private static final SSLContext OTHER = context(authority());

    private final Path folder;
    private final Strike strike;
    private final FaultyWire wire;
    private final Sandbox sandbox;
    private final Relay relay;
    private final AtomicInteger waits = new AtomicInteger();
    private final Tree before;

    FaultyRun(Path folder, Strike strike, Step step) {
        this.folder = folder;
        this.strike = strike;
        this.wire = new FaultyWire(strike, step, this::atTheStep);
        this.sandbox = Sandbox.start(SandboxSettings.inMemory().withFilters(List.of(wire)));
        int tenant = sandbox.address().url().getPort();
        this.relay = strike == Strike.UNTRUSTED ? new Relay(tenant, TRUSTED) : new Relay(tenant);
        if (step == Step.SECOND_PAGE) {
            fillTheFirstPage();
        }
        this.before = sandbox.tenant().connection("sms");
        if (strike.isOfTheConnection() && step == Step.TOKEN) {
            atTheStep();
        }
    }

    private void fillTheFirstPage() {
        for (int i = 0; i < 100; i++) {
            Map<String, Value> members =
                    new LinkedHashMap<>(sandbox.tenant().connection("sms").members());
            members.put("id", Value.of("con_Other%011d".formatted(i)));
            members.put("name", Value.of("other-" + i));
            sandbox.tenant().add(new Tree(members));
        }
    }

    private void atTheStep() {
        if (strike == Strike.REFUSED) {
            relay.leave();
        } else if (strike == Strike.UNTRUSTED) {
            relay.leave();
            relay.comeBack(OTHER);
        } else if (strike == Strike.CHANGED) {
            new Colleague(sandbox).sets("colleague", Value.of("was here"));
        }
    }

    /** Applies with the fault: the requests that arrived, how the run ended and what the tenant holds, in one line. */
    String faulty() {
        Outcome outcome = apply();
        return (wire.letters() + " " + outcome.word() + ", " + state()).strip();
    }

    /** Applies once more, with the fault gone. */
    Outcome recovered() {
        wire.calm();
        if (strike == Strike.REFUSED || strike == Strike.UNTRUSTED) {
            relay.leave();
            relay.comeBack();
        }
        return with(TenantAddress.parse("http://127.0.0.1:" + relay.port()).orElseThrow());
    }

    /** What the tenant holds: the old or the new, and what became of a colleague's edit. */
    String state() {
        Tree now = sandbox.tenant().connection("sms");
        boolean changed = now.members().containsKey("metadata");
        boolean gateway = Value.of("sms_gateway").equals(options(now).get("provider"));
        if (changed != gateway) {
            throw new AssertionError("options and applied record disagree");
        }
        if (strike != Strike.CHANGED) {
            return changed ? "new" : now.equals(before) ? "old" : "something else";
        }
        return (changed ? "new" : "old") + (options(now).containsKey("colleague") ? ", edit kept" : ", edit lost");
    }

    /** The live options that nobody manages are all there, whatever happened. */
    boolean unmanagedSurvive() {
        Map<String, Value> was = options(before);
        Map<String, Value> now = options(sandbox.tenant().connection("sms"));
        return was.entrySet().stream()
                .filter(entry -> !Set.of("from", "twilio_sid", "twilio_token").contains(entry.getKey()))
                .allMatch(entry -> entry.getValue().equals(now.get(entry.getKey())));
    }

    private static Map<String, Value> options(Tree connection) {
        return ((Tree) Rehearsal.member(connection, "options")).members();
    }

    private Outcome apply() {
        return with(address());
    }

    private TenantAddress address() {
        if (strike == Strike.UNKNOWN_HOST) {
            return TenantAddress.parse("acme-typo.eu.auth0.com").orElseThrow();
        }
        return strike == Strike.UNTRUSTED
                ? new TenantAddress("localhost", URI.create("https://localhost:" + relay.port() + "/"))
                : TenantAddress.parse("http://127.0.0.1:" + relay.port()).orElseThrow();
    }

    private Outcome with(TenantAddress address) {
        Descriptor descriptor = descriptor();
        try (TenantPlanner planner = TenantPlanner.open(descriptor, new GatewayDelivery(), address, settings())) {
            return new Apply(planner)
                    .run(planner.planToApply(), Approval.NOBODY)
                    .outcome();
        } catch (Fault fault) {
            return fault.outcome();
        }
    }

    private Descriptor descriptor() {
        String text = """
                version: 1
                tenant:
                  domain: http://127.0.0.1:%d
                  audience: %s
                  clientId: sandbox-client-id
                  clientSecret: sandbox-client-secret-published
                """.formatted(relay.port(), sandbox.address().managementApi()) + Rehearsal.MESSAGE_MEDIA;
        try {
            Path file = Files.writeString(folder.resolve("messagemedia-auth0.yaml"), text);
            return new DescriptorSource(
                            file, new Variables(Map.of()), DeliveryChoices.of(new GatewayDelivery().rules()))
                    .read(Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SyncSettings settings() {
        // Only these faults end by the client's patience with one request, so only they can afford it to be short.
        Duration call = strike.waitsForTheClient() ? Duration.ofMillis(1500) : Duration.ofSeconds(60);
        List<X509Certificate> authorities = List.of(AUTHORITY.certificate());
        return new SyncSettings(
                new HttpSettings("messagemedia-maven-plugin/1.0.0", call, Optional.empty(), authorities),
                Set.of("localhost"),
                Optional.empty(),
                Permissions.NONE,
                retryBudget(),
                new SharedTokens(),
                folder.resolve("record.json"));
    }

    /** Twenty-five seconds by a clock on which each wait takes ten. */
    private RetryBudget retryBudget() {
        return ShortWaits.until(
                NOW.plusSeconds(25), sentence -> waits.incrementAndGet(), () -> NOW.plusSeconds(10L * waits.get()));
    }

    private static HeldCertificate authority() {
        return new HeldCertificate.Builder()
                .certificateAuthority(0)
                .commonName("authority")
                .build();
    }

    private static SSLContext context(HeldCertificate authority) {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .signedBy(authority)
                .addSubjectAlternativeName("localhost")
                .build();
        return new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslContext();
    }

    @Override
    public void close() {
        wire.calm();
        relay.close();
        sandbox.close();
    }
}
