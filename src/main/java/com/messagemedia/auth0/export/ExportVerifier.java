package com.messagemedia.auth0.export;

import com.messagemedia.auth0.delivery.ChangePlanner;
import com.messagemedia.auth0.delivery.Delivery;
import com.messagemedia.auth0.delivery.LiveState;
import com.messagemedia.auth0.delivery.RecordKeeper;
import com.messagemedia.auth0.delivery.SyncSettings;
import com.messagemedia.auth0.descriptor.DeliveryChoices;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.descriptor.DescriptorReader;
import com.messagemedia.auth0.descriptor.ReferenceLookup.NoReferences;
import com.messagemedia.auth0.descriptor.ReferenceLookup.ServerCredentials;
import com.messagemedia.auth0.descriptor.ReferenceName;
import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.merge.Decision.Cause.Kind;
import com.messagemedia.auth0.merge.Decision.Conflict;
import com.messagemedia.auth0.merge.Decision.Reason;
import com.messagemedia.auth0.merge.Decision.Removed;
import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Tests a draft before the export writes it. It reads the draft as the goals do, fills its references with the live secrets,
 * and plans it against the same connection. It sends no request and writes nothing.
 */
record ExportVerifier(
        Connection live, Options beside, SyncSettings settings, String tenant, Path file, Delivery delivery) {

    /** Tells whether the draft is valid and its plan changes no option. */
    boolean passes(ExportDraft draft) {
        return plan(draft)
                .filter(plan -> plan.refusals().isEmpty())
                .filter(plan -> plan.merge().decisions().stream().allMatch(this::isHarmless))
                .isPresent();
    }

    /** Returns the options that a plan of the draft changes; all owned options if the plugin cannot plan it. */
    List<FieldPath> changes(ExportDraft draft) {
        return plan(draft)
                .map(plan -> plan.merge().decisions().stream()
                        .filter(decision -> !(decision instanceof Decision.Kept))
                        .map(Decision::path)
                        .filter(path -> !delivery.export().isBeside(path))
                        .toList())
                .orElseGet(() -> List.copyOf(draft.owned()));
    }

    private Optional<Plan> plan(ExportDraft draft) {
        try {
            Descriptor descriptor = new DescriptorReader(new LiveSecrets(draft), DeliveryChoices.of(delivery.rules()))
                    .readText(file, draft.text());
            RecordKeeper keeper = new RecordKeeper.OnConnection(descriptor.owner(), delivery.codes());
            ChangePlanner planner =
                    new ChangePlanner(descriptor, delivery, keeper, tenant).under(settings.onConflict());
            return Optional.of(planner.plan(LiveState.of(live), List.of()).plan());
        } catch (Fault e) {
            return Optional.empty();
        }
    }

    /**
     * Tells whether a decision leaves the named options alone: an earlier apply set this option, and the draft does not name
     * it (yet).
     */
    private boolean isHarmless(Decision decision) {
        boolean unnamed = (decision instanceof Removed removed && removed.reason() == Reason.NO_LONGER_DESIRED)
                || (decision instanceof Conflict conflict && conflict.cause().kind() == Kind.CHANGED_BEFORE_REMOVAL);
        return decision instanceof Decision.Kept || unnamed || delivery.export().isBeside(decision.path());
    }

    /** Gives each reference of a draft its live value. */
    private static final class LiveSecrets extends NoReferences {

        private static final String ANY = "any";

        private final ExportDraft draft;

        LiveSecrets(ExportDraft draft) {
            this.draft = draft;
        }

        @Override
        public Optional<String> environment(String name) {
            Options options = draft.live();
            return Optional.ofNullable(draft.variables().get(name))
                    .map(path -> draft.delivery().export().isBeside(path)
                            ? Optional.of(ANY)
                            : options.get(path).flatMap(LiveSecrets::text))
                    .orElse(Optional.of(ANY));
        }

        /** Returns the value as a variable holds it; empty for a list or an object, which no variable can hold. */
        private static Optional<String> text(Value value) {
            if (value instanceof Value.Text text) {
                return Optional.of(text.text());
            }
            if (value instanceof Value.Numeral number) {
                return Optional.of(number.literal());
            }
            return value instanceof Value.Bool bool ? Optional.of(String.valueOf(bool.value())) : Optional.empty();
        }

        @Override
        public boolean allows(ReferenceName name) {
            return true;
        }

        @Override
        public Optional<ServerCredentials> server(String id) {
            return Optional.of(new ServerCredentials(ANY, new Secret(ANY)));
        }
    }
}
