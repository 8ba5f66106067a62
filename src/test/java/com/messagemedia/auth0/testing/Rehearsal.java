package com.messagemedia.auth0.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.apply.Apply;
import com.messagemedia.auth0.auth0.SharedTokens;
import com.messagemedia.auth0.delivery.Delivery;
import com.messagemedia.auth0.delivery.DescriptorSource;
import com.messagemedia.auth0.delivery.PlanExecutor.Applied;
import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.Protection.Approval;
import com.messagemedia.auth0.delivery.SyncSettings;
import com.messagemedia.auth0.delivery.TenantPlanner;
import com.messagemedia.auth0.delivery.gateway.GatewayDelivery;
import com.messagemedia.auth0.descriptor.DeliveryChoices;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.http.Json.JsonFormatException;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A sandbox tenant, a descriptor in a folder, and between them the plugin's core over real HTTP. */
public final class Rehearsal implements AutoCloseable {

    public static final String SMS = Colleague.SMS;
    public static final String TOKEN = "POST /oauth/token";
    public static final String LIST = "GET /api/v2/connections?strategy=sms&take=100";
    public static final String READ = "GET /api/v2/connections/" + SMS;
    public static final String PATCH = "PATCH /api/v2/connections/" + SMS;

    /** The section that a first try has. */
    public static final String MESSAGE_MEDIA = """
            messageMedia:
              apiKey: SandboxApiKey0000000
              apiSecret: SandboxApiSecret00000000000000
              from: "+61491570156"
            """;

    private final Path folder;
    private final Wire wire = new Wire();
    private final Sandbox sandbox;
    private final Map<String, String> environment = new HashMap<>();
    private Delivery delivery = new GatewayDelivery();
    private int seen;

    private Rehearsal(Path folder, SandboxSettings settings) {
        this.folder = folder;
        this.sandbox = Sandbox.start(settings.withFilters(List.of(wire)));
    }

    public static Rehearsal in(Path folder) {
        return in(folder, SandboxSettings.inMemory());
    }

    public static Rehearsal in(Path folder, SandboxSettings settings) {
        return new Rehearsal(folder, settings);
    }

    /** From now on the descriptor is for another way of delivery than the gateway. */
    public Rehearsal delivering(Delivery other) {
        delivery = other;
        return this;
    }

    /** Writes the descriptor: version, tenant and credentials, then these sections. */
    public Rehearsal describe(String... sections) {
        String head = """
                version: 1
                tenant:
                  domain: %s
                  clientId: sandbox-client-id
                  clientSecret: sandbox-client-secret-published
                """.formatted(sandbox.address().domain());
        return write(file(), head + String.join("", sections));
    }

    public Rehearsal describeWhole(String text) {
        return write(file(), text);
    }

    public Rehearsal write(Path path, String text) {
        try {
            Files.writeString(path, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Rehearsal variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    public Path file() {
        return folder.resolve("messagemedia-auth0.yaml");
    }

    public Path recordFile() {
        return folder.resolve("messagemedia-auth0.yaml.applied.json");
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    public Wire wire() {
        return wire;
    }

    public PreparedChange plan() {
        return plan(Choices.NONE);
    }

    public PreparedChange plan(Choices choices) {
        return with(choices, TenantPlanner::plan);
    }

    public Applied apply() {
        return apply(Choices.NONE);
    }

    public Applied apply(Choices choices) {
        return apply(choices, Approval.NOBODY);
    }

    public Applied apply(Choices choices, Approval approval) {
        return with(choices, applying(approval));
    }

    /** Applies, and applies again, which has to find nothing to do and to write nothing. */
    public Applied applyTwice() {
        return applyTwice(Choices.NONE);
    }

    public Applied applyTwice(Choices choices) {
        Applied first = apply(choices);
        requests();
        assertStable(choices);
        return first;
    }

    /** The next apply finds nothing to do and writes nothing. */
    public void assertStable(Choices choices) {
        List<Tree> before = sandbox.tenant().connections();
        requests();
        assertThat(apply(choices).outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(requests()).startsWith(TOKEN, LIST).noneMatch(request -> request.startsWith("PATCH"));
        assertThat(sandbox.tenant().connections()).isEqualTo(before);
    }

    /** The fault of an apply, which has to have left the tenant as it was. */
    public Fault refused(Choices choices) {
        List<Tree> before = sandbox.tenant().connections();
        Fault fault = catchThrowableOfType(Fault.class, () -> apply(choices));
        assertThat(fault).isNotNull();
        assertThat(fault.outcome()).isIn(Outcome.REFUSED, Outcome.NOTHING_WRITTEN);
        assertThat(sandbox.tenant().connections()).isEqualTo(before);
        return fault;
    }

    public Fault refused() {
        return refused(Choices.NONE);
    }

    /** Opens the tenant that the descriptor names. */
    public <T> T with(Choices choices, Function<TenantPlanner, T> act) {
        return with(descriptor(file(), choices), choices, act);
    }

    /** Applies the descriptor of another file. */
    public Applied apply(Path other) {
        return with(descriptor(other, Choices.NONE), Choices.NONE, applying(Approval.NOBODY));
    }

    private static Function<TenantPlanner, Applied> applying(Approval approval) {
        return planner -> new Apply(planner).run(planner.planToApply(), approval);
    }

    /** Opens the tenant of a descriptor. */
    public <T> T with(Descriptor descriptor, Choices choices, Function<TenantPlanner, T> act) {
        try (TenantPlanner planner = TenantPlanner.open(
                descriptor, delivery, descriptor.tenant().address().orElseThrow(), settings(choices))) {
            return act.apply(planner);
        }
    }

    public Descriptor descriptor(Choices choices) {
        return descriptor(file(), choices);
    }

    private Descriptor descriptor(Path path, Choices choices) {
        return new DescriptorSource(path, new Variables(environment), DeliveryChoices.of(delivery.rules()))
                .read(choices.environment());
    }

    public SyncSettings settings(Choices choices) {
        return new SyncSettings(
                new HttpSettings(choices.plugin(), Duration.ofSeconds(60), Optional.empty(), List.of()),
                choices.allowedHosts(),
                choices.onConflict(),
                choices.permissions(),
                choices.retryBudget(),
                new SharedTokens(),
                recordFile());
    }

    /** The requests since this was last asked, method and target. */
    public List<String> requests() {
        List<String> all = sandbox.requests().stream()
                .map(request -> request.method() + " " + request.target())
                .toList();
        List<String> fresh = all.subList(seen, all.size());
        seen = all.size();
        return fresh;
    }

    public Options live() {
        return new Options((Tree) member(sandbox.tenant().connection("sms"), "options"));
    }

    /** The live value at a path as JSON, or "absent". */
    public String live(String path) {
        return live().get(FieldPath.parse(path)).map(Json::write).orElse("absent");
    }

    public Map<String, String> metadata() {
        Map<String, String> entries = new TreeMap<>();
        if (sandbox.tenant().connection("sms").members().get("metadata") instanceof Tree tree) {
            tree.members()
                    .forEach((key, value) -> entries.put(key, value instanceof Value.Text text ? text.text() : "-"));
        }
        return entries;
    }

    /** A colleague sets an option in the dashboard. */
    public Rehearsal set(String path, String json) {
        new Colleague(sandbox).sets(path, json(json));
        return this;
    }

    public Rehearsal unset(String path) {
        new Colleague(sandbox).removes(path);
        return this;
    }

    public Rehearsal edit(UnaryOperator<Options> edit) {
        new Colleague(sandbox).edits(edit);
        return this;
    }

    public Rehearsal metadata(String key, String text) {
        new Colleague(sandbox).notes(key, text);
        return this;
    }

    /** Changes a key of the connection itself; an absent one is an empty object. */
    public Rehearsal top(String key, UnaryOperator<Value> edit) {
        new Colleague(sandbox).replaces(key, edit);
        return this;
    }

    public static Value member(Tree tree, String key) {
        return Optional.ofNullable(tree.members().get(key)).orElseThrow();
    }

    public static Value json(String text) {
        try {
            return Json.parse(text);
        } catch (JsonFormatException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
