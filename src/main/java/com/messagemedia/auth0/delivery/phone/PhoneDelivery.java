package com.messagemedia.auth0.delivery.phone;

import com.messagemedia.auth0.delivery.Delivery;
import com.messagemedia.auth0.delivery.ExportRules;
import com.messagemedia.auth0.delivery.RecordLetters;
import com.messagemedia.auth0.delivery.Resource;
import com.messagemedia.auth0.delivery.ResourceNames;
import com.messagemedia.auth0.delivery.phone.ActionResource.ActionPlan;
import com.messagemedia.auth0.descriptor.DeliveryRules;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.descriptor.Descriptor.PhoneSection;
import com.messagemedia.auth0.merge.Canonical;
import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.merge.LeavingKeys;
import com.messagemedia.auth0.merge.MergeRules;
import com.messagemedia.auth0.messagemedia.Region;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.plan.ConflictWords;
import com.messagemedia.auth0.plan.PathCodes;
import com.messagemedia.auth0.plan.SendingCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Delivery through the tenant's phone provider, which every tenant has since March 2025: an Action calls MessageMedia for
 * each message. Source: Auth0 documentation, "Configure a Custom Phone Provider".
 */
public final class PhoneDelivery implements Delivery {

    private static final Value NOT_KNOWN = Value.of("(not known)");
    private static final FieldPath LIFETIME = FieldPath.of("totp", "time_step");
    private static final DeliveryRules RULES = new PhoneRules();

    /**
     * A provider that changes from Twilio to the Action has no use for Twilio's account. Source: OpenAPI description,
     * {@code CustomProviderConfiguration}, which has no such member.
     */
    private static final MergeRules MERGE_RULES = new MergeRules(
            List.of(),
            Optional.of(new LeavingKeys(
                    PhonePaths.PROVIDER_NAME,
                    Value.of("custom"),
                    List.of(
                            PhonePaths.CONFIGURATION.child("sid"),
                            PhonePaths.CONFIGURATION.child("default_from"),
                            PhonePaths.CONFIGURATION.child("mssid")))),
            new Canonical(Set.of(), Map.of()));

    private final BuildWait wait;

    /** Waits for Auth0's builds as long as they usually take. */
    public PhoneDelivery() {
        this(BuildWait.USUAL);
    }

    PhoneDelivery(BuildWait wait) {
        this.wait = wait;
    }

    @Override
    public MergeRules mergeRules() {
        return MERGE_RULES;
    }

    @Override
    public PathCodes codes() {
        return RecordLetters.CODES;
    }

    @Override
    public SendingCheck sending(Descriptor descriptor) {
        return new PhoneSending(manages(descriptor));
    }

    private static boolean manages(Descriptor descriptor) {
        return descriptor.desired().get(PhonePaths.CODE).isPresent();
    }

    @Override
    public Set<FieldPath> credentials() {
        return Set.of(PhonePaths.API_KEY, PhonePaths.API_SECRET);
    }

    @Override
    public Value standIn(FieldPath path) {
        return NOT_KNOWN;
    }

    @Override
    public List<Resource> resources(Descriptor descriptor) {
        if (!manages(descriptor)) {
            return List.of();
        }
        ActionPlan plan = new ActionPlan(
                descriptor.owner(),
                descriptor.phone().actionName(),
                ActionCode.REVISION,
                descriptor.desired().leavesUnder(PhonePaths.SECRETS));
        ActionResource action = new ActionResource(plan, wait);
        List<Resource> resources = new ArrayList<>(
                List.of(action, new BindingResource(action, plan.name(), wait), new ProviderResource()));
        if (descriptor.desired().get(FieldPath.of(PhonePaths.TEMPLATE)).orElse(Tree.EMPTY) instanceof Tree templates
                && !templates.members().isEmpty()) {
            resources.add(new TemplatesResource(templates.members().keySet()));
        }
        return List.copyOf(resources);
    }

    /** A code is of use as long as the connection says, also where the descriptor does not own that option. */
    @Override
    public Options desired(Descriptor descriptor, Options live) {
        Options desired = descriptor.desired();
        boolean owned = desired.get(LIFETIME).isPresent();
        if (manages(descriptor)
                && !owned
                && live.get(LIFETIME).orElse(NOT_KNOWN) instanceof Value.Numeral seconds
                && seconds.literal().matches("[1-9][0-9]{0,7}")) {
            Duration lifetime = Duration.ofSeconds(Long.parseLong(seconds.literal()));
            return desired.with(
                    PhonePaths.CODE, Value.of(code(descriptor.phone(), lifetime).render()));
        }
        return desired;
    }

    private static ActionCode code(PhoneSection phone, Duration lifetime) {
        Region region = phone.region().flatMap(Region::of).orElse(Region.AU);
        return new ActionCode(region.host(), phone.from(), phone.senders(), lifetime);
    }

    @Override
    public boolean releases(FieldPath path, Options live) {
        boolean ofResource = ResourceNames.hold(path) && !path.equals(PhonePaths.DRAFT);
        return ofResource || (GatewayLeftovers.hold(path) && !GatewayLeftovers.areUnused(live));
    }

    @Override
    public Set<String> textsInside(Options options) {
        return options.get(PhonePaths.CODE).orElse(Value.Null.NULL) instanceof Value.Text code
                ? ActionCode.sendersIn(code.text())
                : Set.of();
    }

    @Override
    public ConflictWords explain(Decision.Conflict conflict) {
        return PhoneConflicts.explain(conflict);
    }

    @Override
    public Optional<String> unseen(FieldPath path, Value live) {
        return path.startsWith(PhonePaths.SECRETS)
                ? ActionView.lastWrite(live).map(time -> "(secret that Auth0 does not show, written " + time + ")")
                : Optional.empty();
    }

    @Override
    public List<String> senders(Options live) {
        return PhoneSenders.of(live);
    }

    @Override
    public DeliveryRules rules() {
        return RULES;
    }

    @Override
    public ExportRules export() {
        return new PhoneExport();
    }
}
