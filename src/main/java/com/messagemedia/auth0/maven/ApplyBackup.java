package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.apply.Apply;
import com.messagemedia.auth0.delivery.PlanExecutor.Applied;
import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.Protection.Approval;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.rollback.Backup;
import com.messagemedia.auth0.rollback.BackupFolder;
import com.messagemedia.auth0.rollback.BackupPlan;
import com.messagemedia.auth0.rollback.Rollback;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The backup of one apply: it is kept right before the write, and deleted again if nothing was written. */
final class ApplyBackup {

    private final OpenTenant tenant;
    private final PreparedChange planned;
    private final Optional<Backup> backup;
    private final Optional<BackupFolder> folder;
    private Optional<Path> file = Optional.empty();

    /** Makes the backup of what a change would replace, and warns of what it lacks; nothing is kept yet. */
    ApplyBackup(OpenTenant tenant, PreparedChange planned, TenantBackups backups) {
        this.tenant = tenant;
        this.planned = planned;
        BackupPlan plan = new BackupPlan(planned, tenant.descriptor(), backups.passphrase());
        backup = plan.backup(tenant.http().userAgent());
        if (plan.leavesOut()) {
            warn(
                    "The name of an option that this apply replaces holds a secret. No backup names it, so no rollback can put"
                            + " it back.");
        }
        backup.map(Backup::withheld).filter(paths -> !paths.isEmpty()).ifPresent(this::warnOfWithheld);
        folder = backup.map(made -> backups.safe(new Rollback(tenant.sync()).subject(planned.live())));
    }

    private void warnOfWithheld(List<FieldPath> withheld) {
        warn("There is no key to keep secrets with (MESSAGEMEDIA_BACKUP_KEY), so the backup lacks what is replaced at "
                + withheld.stream().map(FieldPath::toString).collect(Collectors.joining(", "))
                + ": a rollback would ask for it.");
    }

    private void warn(String line) {
        tenant.output().warn(List.of(line));
    }

    /**
     * Applies the change, and keeps the backup right before the write.
     *
     * @param asked whether somebody else was asked since the plan was made
     */
    Applied apply(Approval approval, boolean asked) {
        tenant.goal().writes();
        try {
            Applied applied = new Apply(tenant.sync()).run(planned, approval, asked, this::keep);
            tell(applied.outcome());
            return applied;
        } catch (Fault fault) {
            tell(fault.outcome());
            throw fault;
        }
    }

    private void keep() {
        file = folder.map(to -> to.keep(backup.orElseThrow()));
    }

    private void tell(Outcome outcome) {
        after(outcome).ifPresent(kept -> {
            tenant.output().info(List.of("Backup: " + kept + " (messagemedia:rollback goes back)"));
            tenant.report().backup(kept.toString());
        });
    }

    /**
     * The file that stays; empty if none was kept, or if Auth0 is known to be as it was: a rollback takes the newest backup, which
     * must not be one of an apply that never was.
     */
    private Optional<Path> after(Outcome outcome) {
        if (Set.of(Outcome.REFUSED, Outcome.NOTHING_WRITTEN).contains(outcome)) {
            file.ifPresent(BackupFolder::forget);
            return Optional.empty();
        }
        return file;
    }
}
