package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.testing.Colleague;
import com.messagemedia.auth0.testing.TenantWire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

/** The text of a run is the same, whichever tenant answers first. */
@MojoParameter(name = "environment", value = "all")
class FleetOrderTest extends FleetTest {

    private static final Predicate<String> SIGN_IN = request -> request.endsWith("/oauth/token");

    /** A log that lets the next tenant answer when it tells of the one before. */
    private static final class Baton extends SystemStreamLog {

        private final List<String> lines = new ArrayList<>();
        private final Map<String, CountDownLatch> next = new TreeMap<>();

        /** Passes from each of these tenants to the next, first with one kind of requests, then with the other. */
        Baton(Map<String, TenantWire> wires, List<String> order) {
            List<Predicate<String>> kinds = List.of(SIGN_IN, TenantWire.WRITES);
            for (int round = 0; round < kinds.size(); round++) {
                for (int place = 1; place < order.size(); place++) {
                    CountDownLatch latch = new CountDownLatch(1);
                    next.put("[" + place + "/3] " + order.get(place - 1) + " " + round, latch);
                    wires.get(order.get(place)).waits(latch, kinds.get(round));
                }
            }
        }

        @Override
        public void info(CharSequence content) {
            String line = content.toString();
            if (!line.matches("\\[[0-9]/3].*")) {
                lines.add("INFO " + line);
                return;
            }
            String begin = line.substring(0, line.indexOf('(')) + (line.endsWith("pending") ? 0 : 1);
            if (next.containsKey(begin)) {
                next.get(begin).countDown();
            }
        }

        @Override
        public void warn(CharSequence content) {
            lines.add("WARN " + content);
        }
    }

    /** All that the user reads of an apply, apart from the progress; ids and salts of runs differ. */
    private String text(ApplyMojo apply, Map<String, TenantWire> wires, List<String> order) {
        Baton baton = new Baton(wires, order);
        wires.get("dev").answers(400, TenantWire.WRITES);
        wires.get("prod-us").answers(409, TenantWire.WRITES);
        apply.setLog(baton);
        String end = end(apply);
        wires.values().forEach(TenantWire::mend);
        return (named(String.join("\n", baton.lines)) + "\n" + named(end))
                .replaceAll("[0-9]{8}T[0-9]{6}Z-[0-9a-f]{4}", "RUN")
                .replaceAll("secret #[0-9a-f]{4}", "secret #salt");
    }

    @Test
    void ofAnApplyThatFailsInTwoPlaces(
            @InjectMojo(goal = "apply") ApplyMojo one,
            @InjectMojo(goal = "apply") ApplyMojo other,
            @InjectMojo(goal = "apply") ApplyMojo third)
            throws IOException {
        describe(Map.of("prod-eu", "    options: {disable_signup: true}\n"));
        Map<String, TenantWire> wires = new TreeMap<>();
        Map<String, Tree> before = new TreeMap<>();
        tenants.forEach((name, tenant) -> {
            wires.put(name, TenantWire.to(tenant));
            before.put(name, tenant.content().connection("sms"));
        });
        List<String> texts = new ArrayList<>();
        for (List<String> order : List.of(
                List.of("dev", "prod-eu", "prod-us"),
                List.of("prod-us", "prod-eu", "dev"),
                List.of("prod-eu", "prod-us", "dev"))) {
            ApplyMojo apply = List.of(one, other, third).get(texts.size());
            texts.add(text(apply, wires, order));
            assertThat(outcomes()).as(texts.get(texts.size() - 1)).isEqualTo("nothing-written applied nothing-written");
            tenants.forEach((name, tenant) -> tenant.content().edit(Colleague.SMS, unused -> before.get(name)));
        }
        assertThat(texts.get(0)).contains("2 of 3 environments failed: dev, prod-us.");
        assertThat(texts.get(1)).isEqualTo(texts.get(0));
        assertThat(texts.get(2)).isEqualTo(texts.get(0));
    }
}
