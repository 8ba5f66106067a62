package com.messagemedia.auth0.sync;

import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.connection.Outcome;
import com.messagemedia.auth0.connection.Secret;
import com.messagemedia.auth0.connection.Value;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.http.SealedText;
import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.redaction.Fingerprints;
import com.messagemedia.auth0.redaction.SecretPaths;
import com.messagemedia.auth0.store.Backup;
import com.messagemedia.auth0.store.Backup.Before;
import com.messagemedia.auth0.store.Backup.Entry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the backup of what a planned change replaces. */
public final class BackupPlan {

    private final PlannedChange planned;
    private final Descriptor descriptor;
    private final Optional<Secret> passphrase;
    private final Fingerprints prints = Fingerprints.random();

    /**
     * A backup to be made.
     *
     * @param passphrase what seals its secrets; without it they are not kept
     */
    public BackupPlan(PlannedChange planned, Descriptor descriptor, Optional<Secret> passphrase) {
        this.planned = planned;
        this.descriptor = descriptor;
        this.passphrase = passphrase;
    }

    /**
     * The backup; empty where the change replaces nothing.
     *
     * @throws Fault when a protected environment would lose a secret for good
     */
    public Optional<Backup> backup(String plugin) {
        if (planned.creates()
                || !planned.plan().mayBeApplied()
                || !planned.plan().changesOptions()) {
            return Optional.empty();
        }
        List<Entry> entries = planned.plan().merge().decisions().stream()
                .filter(Decision::changesLive)
                .map(this::entry)
                .toList();
        var target = planned.plan().target();
        Backup backup = new Backup(target.tenant(), target.connection(), target.id(), plugin, prints, entries);
        requireKept(backup.withheld());
        return Optional.of(backup);
    }

    private void requireKept(List<FieldPath> withheld) {
        if (descriptor.protectedEnvironment() && !withheld.isEmpty()) {
            String names = withheld.stream().map(FieldPath::toString).collect(Collectors.joining(", "));
            throw new Fault(
                    "Environment " + descriptor.environment().orElseThrow()
                            + " is protected, and this apply would destroy " + names
                            + ", which no rollback could put back: there is no key to keep secrets with. Nothing was"
                            + " written.",
                    "Set the environment variable MESSAGEMEDIA_BACKUP_KEY to a long passphrase, or name a server of settings.xml"
                            + " with it in messagemedia.backupServer.",
                    Outcome.REFUSED);
        }
    }

    private Entry entry(Decision decision) {
        FieldPath path = decision.path();
        if (decision instanceof Decision.Added added) {
            return new Entry(path, new Before.Absent(), print(path, added.desired()));
        }
        if (decision instanceof Decision.Changed changed) {
            return new Entry(path, before(path, changed.live()), print(path, changed.desired()));
        }
        return new Entry(path, before(path, ((Decision.Removed) decision).live()), Optional.empty());
    }

    private Optional<String> print(FieldPath path, Value value) {
        return Optional.of(Backup.print(prints, path, value));
    }

    private Before before(FieldPath path, Value value) {
        Set<FieldPath> confidential = descriptor.confidential();
        if (!SecretPaths.isSecret(path) && !confidential.contains(path)) {
            return new Before.Plain(value);
        }
        return passphrase
                .<Before>map(key -> new Before.Sealed(SealedText.seal(Json.write(value), path.toString(), key)))
                .orElseGet(Before.Withheld::new);
    }
}
