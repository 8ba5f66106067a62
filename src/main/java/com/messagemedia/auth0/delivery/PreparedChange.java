package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.auth0.ConnectionPatch;
import com.messagemedia.auth0.delivery.LiveState.ResourceChange;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.OptionsDraft;
import com.messagemedia.auth0.model.PathIndex;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.AppliedRecord;
import com.messagemedia.auth0.plan.MetadataRecords;
import com.messagemedia.auth0.plan.PathCodes;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.plan.Plan.Notice;
import com.messagemedia.auth0.plan.SendingCheck;
import com.messagemedia.auth0.redaction.Fingerprints;
import com.messagemedia.auth0.redaction.Redactor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A plan with the state from which it was made and the request that carries it out.
 *
 * @param state what Auth0 held when the plan was made
 * @param changes the changes of the other resources, in write order; empty if nothing may be written
 * @param patch the request for the connection, with the full merged options and the applied record; empty if the plan sends
 *     nothing or may not send
 * @param record the applied record so far
 * @param next the applied record after the change
 * @param delivery the delivery after the change
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

    /** Returns the connection from which the plan was made. It has no id if it does not exist yet. */
    public Connection live() {
        return state.connection();
    }

    /** Returns whether the change writes to Auth0 anything besides the enabled clients. */
    public boolean writes() {
        return patch.isPresent() || !changes.isEmpty();
    }

    /** Returns the visible traces of the connection's change. */
    Traces traces() {
        List<Decision> own = new ArrayList<>();
        for (Decision decision : plan.merge().decisions()) {
            if (state.isOfConnection(decision.path())) {
                own.add(decision);
            }
        }
        return new Traces(own);
    }

    /** Returns the visible traces of a resource's change. */
    Traces traces(ResourceChange change) {
        List<Decision> own = new ArrayList<>();
        for (Decision decision : plan.merge().decisions()) {
            if (decision.path().head().equals(change.name())) {
                own.add(decision);
            }
        }
        return new Traces(own);
    }

    /** Returns the key for displayed values. It is the applied record's key, so a value looks the same in every plan. */
    public Fingerprints fingerprints() {
        return next.fingerprints();
    }

    /**
     * Returns the paths whose live values must not be shown or stored in clear text. They may have come from a confidential
     * source.
     */
    public Set<FieldPath> confidentialLive() {
        return ConfidentialLive.of(state, record, delivery.codes()).paths();
    }

    /** Returns the secrets in Auth0, and the values that its own record or the descriptor marks as confidential. */
    public List<String> liveSecrets(Descriptor descriptor) {
        List<String> secrets = new ArrayList<>();
        secrets.addAll(shownSecrets());
        secrets.addAll(hiddenParts(descriptor));
        // A record without confidential marks would remove public values from our own lines.
        if (record instanceof AppliedRecord.Present present && present.hidden().isPresent()) {
            secrets.addAll(new ConfidentialLive(state.tree(), present.hidden().get()).texts());
        }
        return secrets;
    }

    /** The secrets that Auth0 shows. The words in place of a secret that it does not show are public. */
    private List<String> shownSecrets() {
        Options live = state.tree();
        OptionsDraft shown = OptionsDraft.of(live);
        for (Map.Entry<FieldPath, Value> leaf : live.leaves().entrySet()) {
            if (delivery.unseen(leaf.getKey(), leaf.getValue()).isPresent()) {
                shown.without(leaf.getKey());
            }
        }
        return delivery.secrets().secretsIn(shown.options());
    }

    /** A text of the last apply inside a longer value is as confidential as the descriptor's own. */
    private Set<String> hiddenParts(Descriptor descriptor) {
        boolean confidential =
                !Collections.disjoint(delivery.textsInside(descriptor.desired()), descriptor.secretValues());
        return confidential ? delivery.textsInside(state.tree()) : Set.of();
    }

    /** Returns a redactor that removes every known or possible secret of the descriptor and the connection from a text. */
    public Redactor redactor(Descriptor descriptor) {
        List<String> secrets = new ArrayList<>(descriptor.secretValues());
        secrets.addAll(shownSecrets());
        secrets.addAll(hiddenParts(descriptor));
        secrets.addAll(ConfidentialLive.of(state, record, delivery.codes()).texts());
        return Redactor.of(secrets);
    }

    /** Returns this change with the notices for a tenant on the Unified Phone Experience. */
    PreparedChange onUnifiedPhoneExperience(SendingCheck sending) {
        Optional<Notice> notice = sending.onUnifiedPhoneExperience(plan);
        return notice.isPresent()
                ? new PreparedChange(plan.with(notice.get()), state, changes, patch, record, next, delivery)
                : this;
    }

    /** Returns whether the change creates the connection. */
    public boolean creates() {
        return live().id().isEmpty() && !live().isNone();
    }

    /**
     * The live options that may hold a value from a confidential source, according to the applied records of all owners.
     *
     * @param options the live options
     * @param paths the paths of these values
     */
    public record ConfidentialLive(Options options, Set<FieldPath> paths) {

        /**
         * Reads the paths from the records.
         *
         * @param record the record of one owner; its place may be outside the connection
         */
        public static ConfidentialLive of(LiveState live, AppliedRecord record, PathCodes codes) {
            Options options = live.tree();
            Set<FieldPath> paths = new TreeSet<>(record.confidential(options));
            paths.addAll(MetadataRecords.in(live.connection().metadata(), codes).confidential(options));
            return new ConfidentialLive(options, paths);
        }

        /** Returns the texts of these values, for removal from texts of other systems. */
        public List<String> texts() {
            List<String> texts = new ArrayList<>();
            PathIndex index = PathIndex.of(paths);
            for (Map.Entry<FieldPath, Value> leaf : options.leaves().entrySet()) {
                if (index.overlaps(leaf.getKey())) {
                    collect(leaf.getValue(), texts);
                }
            }
            return texts;
        }

        private static void collect(Value value, List<String> texts) {
            if (value instanceof Value.Text text) {
                texts.add(text.text());
            } else if (value instanceof Value.Numeral numeral) {
                texts.add(numeral.literal());
            } else if (value instanceof Value.Array array) {
                for (Value item : array.items()) {
                    collect(item, texts);
                }
            } else if (value instanceof Value.Tree tree) {
                for (Value member : tree.members().values()) {
                    collect(member, texts);
                }
            }
        }
    }
}
