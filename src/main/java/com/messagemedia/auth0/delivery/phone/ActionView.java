package com.messagemedia.auth0.delivery.phone;

import com.messagemedia.auth0.auth0.Action;
import com.messagemedia.auth0.auth0.ActionVersion;
import com.messagemedia.auth0.delivery.phone.ActionHeader.Marked;
import com.messagemedia.auth0.delivery.phone.ActionResource.ActionPlan;
import com.messagemedia.auth0.merge.Canonical;
import com.messagemedia.auth0.merge.MergeInput.Base;
import com.messagemedia.auth0.merge.MergeRules;
import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.AppliedRecord;
import com.messagemedia.auth0.plan.AppliedRecord.Absent;
import com.messagemedia.auth0.plan.AppliedRecord.Present;
import com.messagemedia.auth0.redaction.Fingerprints;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How to read an Action: which code is ours, and which of its secrets are still those that we set. Auth0 never shows the
 * value of a secret. So the view shows the descriptor's value where the applied record, or the first line of the code, proves
 * that it is still there, and a sentence with the time of the last write everywhere else.
 *
 * @param plan what the descriptor says
 * @param record the applied record
 * @param connection the connection's name
 * @param fresh makes the fingerprints of a first record
 * @param written the first line that this run writes
 */
record ActionView(
        ActionPlan plan, AppliedRecord record, String connection, Fingerprints fresh, Optional<ActionHeader> written) {

    /** The leaves of an Action, within its own tree. */
    static final FieldPath CODE = FieldPath.of("code");

    static final FieldPath RUNTIME = FieldPath.of("runtime");
    static final FieldPath DEPENDENCIES = FieldPath.of("dependencies");
    static final FieldPath SECRETS = FieldPath.of("secrets");
    static final FieldPath DRAFT = FieldPath.of("draft");

    private static final Canonical CANONICAL = MergeRules.NONE.canonical();
    private static final String OURS = "set by this plugin, written ";
    private static final String THEIRS = "written ";

    /** Returns the view before the applied record and the connection are known. */
    static ActionView unknown(ActionPlan plan) {
        return new ActionView(plan, new Absent(), "", Fingerprints.random(), Optional.empty());
    }

    ActionView knowing(AppliedRecord known, Connection live) {
        return new ActionView(plan, known, live.name(), fresh, written);
    }

    ActionView writing(ActionHeader header) {
        return new ActionView(plan, record, connection, fresh, Optional.of(header));
    }

    /** Returns what the Action holds, as its deployed version. */
    Options of(Action action) {
        Options tree = action.deployed().isPresent() ? of(action.deployed().get()) : Options.EMPTY;
        return hasForeignDraft(action) ? tree.with(DRAFT, draft(action)) : tree;
    }

    /** Returns what a version of the Action holds. */
    Options of(ActionVersion version) {
        Optional<Marked> ours = ours(version.code());
        Options tree = Options.EMPTY
                .with(CODE, Value.of(ours.isPresent() ? ours.get().body() : version.code()))
                .with(RUNTIME, Value.of(version.runtime()))
                .with(DEPENDENCIES, version.dependencies());
        Optional<ActionHeader> header =
                ours.isPresent() ? Optional.of(ours.get().header()) : Optional.empty();
        for (Map.Entry<String, String> secret : version.secrets().entrySet()) {
            tree = tree.with(
                    SECRETS.child(secret.getKey()),
                    secret(PhonePaths.SECRETS.child(secret.getKey()), secret.getValue(), header));
        }
        return tree;
    }

    private Optional<Marked> ours(String code) {
        Optional<Marked> marked = Marked.of(code);
        return marked.isPresent() && marked.get().header().isOf(plan.owner(), connection) ? marked : Optional.empty();
    }

    private Value secret(FieldPath path, String time, Optional<ActionHeader> header) {
        Optional<Value> wanted = Optional.ofNullable(plan.secrets().get(path));
        if (wanted.isPresent() && isWrittenNow(path, header)) {
            return wanted.get();
        }
        if (!(record instanceof Present present)) {
            return Value.of(THEIRS + time);
        }
        boolean untouched = present.agrees(CANONICAL, PhonePaths.updatedAt(path), Value.of(time));
        if (untouched && wanted.isPresent() && present.agrees(CANONICAL, path, wanted.get())) {
            return wanted.get();
        }
        return Value.of((untouched || isOfInterruptedRun(present, header) ? OURS : THEIRS) + time);
    }

    /** Returns when a secret was last written, where a value says so in place of the secret; empty for a real value. */
    static Optional<String> lastWrite(Value secret) {
        for (String words : List.of(OURS, THEIRS)) {
            if (secret instanceof Value.Text text && text.text().startsWith(words)) {
                return Optional.of(text.text().substring(words.length()));
            }
        }
        return Optional.empty();
    }

    /** Whether this run wrote the first line that Auth0 shows, and the secret came with it. */
    private boolean isWrittenNow(FieldPath path, Optional<ActionHeader> header) {
        return written.isPresent()
                && header.equals(written)
                && written.get().secrets().containsKey(path.last());
    }

    /**
     * Whether the first line has the fingerprint of a descriptor's secret and the record has not: a run of ours ended before
     * it wrote the record.
     */
    private boolean isOfInterruptedRun(Present present, Optional<ActionHeader> header) {
        return header.isPresent()
                && plan.secrets().entrySet().stream()
                        .anyMatch(secret -> header.get().proves(secret.getKey(), secret.getValue())
                                && !present.agrees(CANONICAL, secret.getKey(), secret.getValue()));
    }

    private boolean hasForeignDraft(Action action) {
        Optional<String> deployed = action.deployed().map(ActionVersion::code);
        boolean same = deployed.filter(action.code()::equals).isPresent() && action.allChangesDeployed();
        boolean nobodys = deployed.isEmpty() && ActionDrafts.isStub(action.code());
        return !same && !nobodys && !isUnfinished(action);
    }

    /** Whether a run of ours wrote the draft and ended before it deployed it, and nobody has added anything since. */
    boolean isUnfinished(Action action) {
        boolean deployed =
                action.deployed().isPresent() && action.deployed().get().code().equals(action.code());
        return ours(action.code()).isPresent() && !deployed && !holdsMoreThanOurs(action);
    }

    /** Whether the draft has packages or secrets that neither we nor the deployed version have. */
    private boolean holdsMoreThanOurs(Action action) {
        Set<Value> packages = new HashSet<>(
                action.deployed().map(version -> version.dependencies().items()).orElse(List.of()));
        Set<String> secrets = new HashSet<>(
                action.deployed().map(version -> version.secrets().keySet()).orElse(Set.of()));
        plan.secrets().keySet().forEach(path -> secrets.add(path.last()));
        return !packages.containsAll(action.dependencies().items())
                || !secrets.containsAll(action.secrets().keySet());
    }

    private static Value draft(Action action) {
        boolean sameCode = action.deployed()
                .filter(version -> version.code().equals(action.code()))
                .isPresent();
        return Value.of(sameCode ? "other secrets, packages or runtime, same code" : action.code());
    }

    /** Refuses code that a newer version of this plugin wrote. */
    void requireNotNewer(String code) {
        Optional<Marked> marked = ours(code);
        if (marked.isPresent() && marked.get().header().revision() > plan.revision()) {
            throw new Fault(
                    "A newer version of this plugin wrote the Action's code: revision "
                            + marked.get().header().revision()
                            + ", and this version has revision " + plan.revision() + ". Nothing was written.",
                    "Use the newest version of the plugin that your team uses.",
                    Outcome.REFUSED);
        }
    }

    /**
     * Returns the first line for new code. It has no fingerprint of a secret whose value is not the descriptor's. Its salt
     * is that of the applied record, so both have the same fingerprints.
     */
    ActionHeader header(String body, Map<String, Value> secrets) {
        Fingerprints key = record instanceof Present present ? present.fingerprints() : fresh;
        Map<String, String> prints = new TreeMap<>();
        plan.secrets().forEach((path, value) -> {
            if (value.equals(secrets.get(path.last()))) {
                prints.put(path.last(), ActionHeader.print(key, path, value));
            }
        });
        return new ActionHeader(plan.owner(), connection, plan.revision(), key.salt(), key.of(body), prints);
    }

    /** Returns the base: the record, and what the first line of the code proves. */
    Base base(Base recorded, Optional<Action> seen) {
        boolean draft = seen.isPresent() && hasForeignDraft(seen.get());
        return new MarkedBase(recorded, seen.isPresent() ? ourBody(seen.get()) : Optional.empty(), draft);
    }

    private Optional<String> ourBody(Action action) {
        Optional<Marked> ours =
                action.deployed().isPresent() ? ours(action.deployed().get().code()) : Optional.empty();
        return ours.isPresent() ? Optional.of(ours.get().body()) : Optional.empty();
    }

    /**
     * The base of an Action.
     *
     * @param body the code that is ours by its first line
     * @param draft whether somebody's draft is in the way
     */
    private record MarkedBase(Base recorded, Optional<String> body, boolean draft) implements Base {
        @Override
        public boolean owns(FieldPath path) {
            return (path.equals(PhonePaths.DRAFT) && draft)
                    || (path.equals(PhonePaths.CODE) && body.isPresent())
                    || recorded.owns(path);
        }

        @Override
        public boolean agrees(FieldPath path, Value value) {
            return isOurBody(path, value) || isOurSecret(path, value) || recorded.agrees(path, value);
        }

        private boolean isOurBody(FieldPath path, Value value) {
            return path.equals(PhonePaths.CODE)
                    && body.isPresent()
                    && Value.of(body.get()).equals(value);
        }

        private static boolean isOurSecret(FieldPath path, Value value) {
            return path.startsWith(PhonePaths.SECRETS)
                    && value instanceof Value.Text text
                    && text.text().startsWith(OURS);
        }

        @Override
        public boolean returned(FieldPath path, Value value) {
            return recorded.returned(path, value);
        }
    }
}
