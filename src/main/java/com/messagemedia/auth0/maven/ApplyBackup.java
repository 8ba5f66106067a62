package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.apply.Apply;
import com.messagemedia.auth0.delivery.PlanExecutor.Applied;
import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.Protection.Approval;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.NameList;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.rollback.Backup;
import com.messagemedia.auth0.rollback.BackupFolder;
import com.messagemedia.auth0.rollback.BackupPlan;
import com.messagemedia.auth0.rollback.Rollback;
import com.messagemedia.auth0.rollback.RunId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The backup of one apply. It is written right before the change is sent, and deleted if nothing was changed. */
final class ApplyBackup {

    private final OpenTenant tenant;
    private final RunId run;
    private final PreparedChange planned;
    private final Optional<Backup> backup;
    private final Optional<BackupFolder> folder;
    private Optional<Path> file = Optional.empty();

    /**
     * Prepares the backup of the values that a change would replace, and warns about values that it lacks. Writes no file.
     *
     * @param run the run that makes the change
     */
    ApplyBackup(OpenTenant tenant, PreparedChange planned, TenantBackups backups, RunId run) {
        this.tenant = tenant;
        this.run = run;
        this.planned = planned;
        BackupPlan plan = new BackupPlan(planned, tenant.descriptor(), backups.passphrase());
        backup = plan.backup(tenant.http().userAgent(), run);
        if (plan.leavesOut()) {
            warn("The name of an option that this apply replaces contains a secret. The backup leaves the"
                    + " option out, so a rollback cannot restore it.");
        }
        if (backup.isPresent() && !backup.get().withheld().isEmpty()) {
            warnOfWithheld(backup.get().withheld());
        }
        folder = backup.isPresent()
                ? Optional.of(backups.safe(new Rollback(tenant.planner()).subject(planned.live())))
                : Optional.empty();
    }

    private void warnOfWithheld(List<FieldPath> withheld) {
        warn("There is no passphrase for the backup (MESSAGEMEDIA_BACKUP_KEY), so the backup leaves out the values at "
                + NameList.of(withheld)
                + ". A rollback would ask for them.");
    }

    private void warn(String line) {
        tenant.output().warn(List.of(line));
    }

    /**
     * Applies the change, and keeps the backup right before the write.
     *
     * @param asked whether MessageMedia was asked since the plan was made, which takes time
     */
    Applied apply(Approval approval, boolean asked) {
        tenant.goal().writes();
        try {
            Applied applied = new Apply(tenant.planner()).run(planned, approval, asked, this::keep);
            tell(applied.outcome());
            return applied;
        } catch (Fault fault) {
            tell(fault.outcome());
            throw fault;
        }
    }

    private void keep() {
        if (folder.isPresent()) {
            file = Optional.of(folder.get().keep(backup.orElseThrow()));
        }
    }

    private void tell(Outcome outcome) {
        Optional<Path> kept = after(outcome);
        if (kept.isEmpty()) {
            return;
        }
        if (!tenant.isOneOfSeveral()) {
            tenant.output().info(List.of("Backup: " + kept.get() + " (messagemedia:rollback restores it)"));
        }
        tenant.report().backup(kept.get().toString());
        tenant.report().run(run.text());
    }

    /**
     * The backup file that remains; empty if none was written, or if the apply changed nothing in Auth0. A rollback takes the
     * newest backup, and that must be the backup of a real change.
     */
    private Optional<Path> after(Outcome outcome) {
        if (Set.of(Outcome.REFUSED, Outcome.NOTHING_WRITTEN).contains(outcome)) {
            if (file.isPresent()) {
                BackupFolder.forget(file.get());
            }
            return Optional.empty();
        }
        return file;
    }
}
