package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.auth0.ConnectionPatch;
import com.messagemedia.auth0.delivery.LiveState.ResourceChange;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.AppliedRecord;
import com.messagemedia.auth0.plan.MetadataRecords;
import com.messagemedia.auth0.plan.PathCodes;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.plan.SendingCheck;
import com.messagemedia.auth0.redaction.Fingerprints;
import com.messagemedia.auth0.redaction.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A plan together with what it was made from and the request that carries it out.
 *
 * @param plan the plan
 * @param state what Auth0 held when it was made
 * @param changes what becomes of the other resources, in the order in which they are written; empty where nothing may be written
 * @param patch the request for the connection, whose body holds the full merged options and the applied record; empty where nothing
 *     is to be sent, or may be
 * @param record the applied record so far
 * @param next the applied record after the change
 * @param delivery the way that the change brings about
 */
public record PreparedChange(
        Plan plan,
        LiveState state,
        List<ResourceChange> changes,
        Optional<ConnectionPatch> patch,
        AppliedRecord record,
        AppliedRecord.Present next,
        Delivery delivery) {

    public PreparedChange {
        changes = List.copyOf(changes);
    }

    /** The connection it was made from; without an id where it is to be created. */
    public Connection live() {
        return state.connection();
    }

    /** Whether Auth0 is asked to change anything besides the enabled clients. */
    public boolean writes() {
        return patch.isPresent() || !changes.isEmpty();
    }

    /** What can be seen of the change of the connection. */
    Traces traces() {
        return traces(state::isOfConnection);
    }

    /** What can be seen of the change of a resource. */
    Traces traces(ResourceChange change) {
        return traces(path -> path.head().equals(change.name()));
    }

    private Traces traces(Predicate<FieldPath> concerned) {
        return new Traces(plan.merge().decisions().stream()
                .filter(decision -> concerned.test(decision.path()))
                .toList());
    }

    /** The key under which values are shown: the applied record's, so that a value looks the same in every plan. */
    public Fingerprints fingerprints() {
        return next.fingerprints();
    }

    /** The paths whose live values nothing may show or keep in clear, as they may have come from a confidential source. */
    public Set<FieldPath> confidentialLive() {
        return ConfidentialLive.of(state, record, delivery.codes()).paths();
    }

    /** The secrets that Auth0 holds there, and the values that its own record says are confidential. */
    public List<String> liveSecrets() {
        List<String> secrets = new ArrayList<>();
        secrets.addAll(delivery.secrets().secretsIn(state.tree()));
        // A record that does not say which values are confidential would take public ones out of our own lines.
        if (record instanceof AppliedRecord.Present present && present.hidden().isPresent()) {
            secrets.addAll(new ConfidentialLive(state.tree(), present.hidden().get()).texts());
        }
        return secrets;
    }

    /** Takes out of a text every secret that the descriptor or the connection holds, or may hold. */
    public Redactor redactor(Descriptor descriptor) {
        List<String> secrets = new ArrayList<>(descriptor.secretValues());
        secrets.addAll(delivery.secrets().secretsIn(state.tree()));
        secrets.addAll(ConfidentialLive.of(state, record, delivery.codes()).texts());
        return Redactor.of(secrets);
    }

    /** This change with what to know about it in a tenant that is on the Unified Phone Experience. */
    PreparedChange onUnifiedPhoneExperience(SendingCheck sending) {
        return sending.onUnifiedPhoneExperience(plan)
                .map(notice -> new PreparedChange(plan.with(notice), state, changes, patch, record, next, delivery))
                .orElse(this);
    }

    /** Whether the connection is to be created. */
    public boolean creates() {
        return live().id().isEmpty();
    }

    /**
     * Which live options may hold a value that a descriptor once took from a confidential source, by the applied records of all
     * owners.
     *
     * @param options the live options
     * @param paths the paths of these values
     */
    public record ConfidentialLive(Options options, Set<FieldPath> paths) {

        /**
         * What the records say.
         *
         * @param record the record of one owner, which may be kept elsewhere than on the connection
         */
        public static ConfidentialLive of(LiveState live, AppliedRecord record, PathCodes codes) {
            Options options = live.tree();
            Set<FieldPath> paths = new TreeSet<>(record.confidential(options));
            paths.addAll(MetadataRecords.in(live.connection().metadata(), codes).confidential(options));
            return new ConfidentialLive(options, paths);
        }

        /** The texts of these values, to be taken out of what somebody else wrote. */
        public List<String> texts() {
            List<String> texts = new ArrayList<>();
            options.leaves().forEach((path, value) -> {
                if (paths.stream().anyMatch(path::overlaps)) {
                    collect(value, texts);
                }
            });
            return texts;
        }

        private static void collect(Value value, List<String> texts) {
            if (value instanceof Value.Text text) {
                texts.add(text.text());
            } else if (value instanceof Value.Numeral numeral) {
                texts.add(numeral.literal());
            } else if (value instanceof Value.Array array) {
                array.items().forEach(item -> collect(item, texts));
            } else if (value instanceof Value.Tree tree) {
                tree.members().values().forEach(member -> collect(member, texts));
            }
        }
    }
}
