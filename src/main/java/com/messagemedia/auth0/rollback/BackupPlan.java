package com.messagemedia.auth0.rollback;

import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.http.SealedText;
import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.merge.MergeRules;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.NameList;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.PathIndex;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.Plan.Target;
import com.messagemedia.auth0.plan.ValuePrints;
import com.messagemedia.auth0.redaction.Fingerprints;
import com.messagemedia.auth0.redaction.Redactor;
import com.messagemedia.auth0.rollback.Backup.Before;
import com.messagemedia.auth0.rollback.Backup.Entry;
import com.messagemedia.auth0.rollback.Backup.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a backup of the values that a planned change replaces. */
public final class BackupPlan {

    private final PreparedChange planned;
    private final Descriptor descriptor;
    private final Optional<Secret> passphrase;
    private final Subject subject;
    private final ValuePrints prints;
    private final Redactor redactor;
    private final Map<String, String> versions;
    private final PathIndex confidential;
    private final PathIndex confidentialLive;

    /**
     * Prepares the backup of a planned change.
     *
     * @param passphrase seals the secrets; without it the backup does not keep them
     */
    public BackupPlan(PreparedChange planned, Descriptor descriptor, Optional<Secret> passphrase) {
        Target target = planned.plan().target();
        this.planned = planned;
        this.descriptor = descriptor;
        this.passphrase = passphrase;
        this.prints = new ValuePrints(
                Fingerprints.random(), planned.delivery().mergeRules().canonical());
        this.redactor = planned.redactor(descriptor);
        this.versions = planned.state().versions();
        this.confidential = PathIndex.of(descriptor.confidential());
        this.confidentialLive = PathIndex.of(planned.confidentialLive());
        this.subject = new Subject(target.tenant(), target.connection(), target.id(), descriptor.owner());
    }

    /**
     * Returns the backup; empty if the change replaces nothing.
     *
     * @param plugin the plugin's name and version
     * @param run the run that makes the change
     * @throws Fault when a protected environment would lose a secret for good
     */
    public Optional<Backup> backup(String plugin, RunId run) {
        if (planned.creates()
                || !planned.plan().mayBeApplied()
                || !planned.plan().changesOptions()) {
            return Optional.empty();
        }
        List<Entry> entries = changes();
        entries.addAll(restOfUnit(entries));
        if (entries.removeIf(entry -> isNamedBySecret(entry.path()))) {
            requireNoneLeftOut();
        }
        Backup backup = new Backup(subject, plugin, Optional.of(run), prints.key(), entries);
        requireKept(backup.withheld());
        return entries.isEmpty() ? Optional.empty() : Optional.of(backup);
    }

    private List<Entry> changes() {
        List<Entry> changes = new ArrayList<>();
        for (Decision decision : planned.plan().merge().decisions()) {
            if (decision.changesLive()) {
                changes.add(entry(decision));
            }
        }
        return changes;
    }

    /**
     * Tells whether the change replaces an option whose name holds a secret. No file names such an option, so no rollback
     * puts it back.
     */
    public boolean leavesOut() {
        for (Decision decision : planned.plan().merge().decisions()) {
            if (decision.changesLive() && isNamedBySecret(decision.path())) {
                return true;
            }
        }
        return false;
    }

    private boolean isNamedBySecret(FieldPath path) {
        return !redactor.scrubOwn(path.toString()).equals(path.toString());
    }

    private void requireNoneLeftOut() {
        if (descriptor.protectedEnvironment()) {
            throw new Fault(
                    "Environment " + descriptor.environment().orElseThrow()
                            + " is protected, and this apply would replace an option whose name holds a secret. No backup names"
                            + " it, so no rollback could put it back. Nothing was written.",
                    "Rename that option in Auth0, or remove it there.",
                    Outcome.REFUSED);
        }
    }

    /**
     * Returns entries for the other options of a unit when part of it changes. That part goes back only while they stay the
     * same.
     */
    private List<Entry> restOfUnit(List<Entry> changes) {
        MergeRules rules = planned.delivery().mergeRules().joining(versions.keySet());
        Set<FieldPath> changed = new HashSet<>();
        boolean changesUnit = false;
        for (Entry change : changes) {
            changed.add(change.path());
            changesUnit |= rules.inUnit(change.path());
        }
        List<Entry> rest = new ArrayList<>();
        if (changesUnit) {
            for (Map.Entry<FieldPath, Value> leaf :
                    planned.plan().body().leaves().entrySet()) {
                if (rules.inUnit(leaf.getKey()) && !changed.contains(leaf.getKey())) {
                    rest.add(entry(leaf.getKey(), new Before.Unchanged(), Optional.of(leaf.getValue())));
                }
            }
        }
        return rest;
    }

    private void requireKept(List<FieldPath> withheld) {
        if (descriptor.protectedEnvironment() && !withheld.isEmpty()) {
            throw new Fault(
                    "Environment " + descriptor.environment().orElseThrow()
                            + " is protected, and this apply would irrecoverably overwrite " + NameList.of(withheld)
                            + ": there is no passphrase to encrypt the backup with. Nothing was written.",
                    "Set the environment variable MESSAGEMEDIA_BACKUP_KEY to a long passphrase, or name a server of settings.xml"
                            + " with it in messagemedia.backupServer.",
                    Outcome.REFUSED);
        }
    }

    private Entry entry(Decision decision) {
        FieldPath path = decision.path();
        if (decision instanceof Decision.Added added) {
            return entry(path, new Before.Absent(), Optional.of(added.desired()));
        }
        if (decision instanceof Decision.Changed changed) {
            return entry(path, before(path, changed.live()), Optional.of(changed.desired()));
        }
        return entry(path, before(path, ((Decision.Removed) decision).live()), Optional.empty());
    }

    private Entry entry(FieldPath path, Before old, Optional<Value> after) {
        // A version goes back whole, also where the apply changed nothing.
        String version = versions.get(path.head());
        Before before = version == null ? old : new Before.InVersion(version);
        Optional<String> print = after.isPresent() ? Optional.of(prints.of(path, after.get())) : Optional.empty();
        boolean hidden = before instanceof Before.Sealed || before instanceof Before.Withheld;
        return new Entry(path, before, print, hidden || isConfidential(path));
    }

    /** Tells whether a plan hides the values of this path. No file holds such values as plain text. */
    private boolean isConfidential(FieldPath path) {
        return planned.delivery().secrets().isSecret(path)
                || confidential.overlaps(path)
                || confidentialLive.overlaps(path);
    }

    private Before before(FieldPath path, Value value) {
        // A text or an address can also hold a secret.
        if (!isConfidential(path) && !redactor.finds(value)) {
            return new Before.Plain(value);
        }
        String print = prints.of(path, value);
        String purpose = Backup.purpose(subject, prints.key(), path);
        return passphrase
                .<Before>map(key -> new Before.Sealed(SealedText.seal(Json.write(value), purpose, key), print))
                .orElseGet(() -> new Before.Withheld(value.kind(), print));
    }
}
