package com.messagemedia.auth0.export;

import com.messagemedia.auth0.delivery.ExportRules;
import com.messagemedia.auth0.export.ExportDraft.ExportTarget;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.plan.AppliedRecord.Present;
import com.messagemedia.auth0.plan.MetadataRecords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Chooses the options that an exported descriptor owns. Candidates are the options for sending, the message text and the
 * codes, and the options that an earlier apply of the same owner set. The descriptor owns a candidate only if this changes
 * nothing.
 */
final class ExportChoice {

    /** The owner of a descriptor that names no owner. */
    private static final String OWNER = "default";

    private final ExportVerifier trial;
    private final ExportTarget home;
    private final Options live;
    private final Set<FieldPath> confidential;
    private final ExportRules delivery;

    ExportChoice(ExportVerifier trial, ExportTarget home, Set<FieldPath> confidential) {
        this.confidential = confidential;
        this.trial = trial;
        this.delivery = trial.delivery().export();
        this.home = home;
        this.live = trial.live().options().orElse(Options.EMPTY);
    }

    ExportDraft choose() {
        Set<FieldPath> wanted = new TreeSet<>(sending());
        live.leaves().keySet().stream().filter(this::isWanted).forEach(wanted::add);
        for (boolean messageMedia : new boolean[] {true, false}) {
            ExportDraft whole = draft(messageMedia, wanted);
            if (trial.passes(whole)) {
                return whole;
            }
        }
        return oneByOne(wanted);
    }

    private ExportDraft oneByOne(Set<FieldPath> wanted) {
        boolean messageMedia = trial.passes(draft(true, Set.of()));
        Set<FieldPath> chosen = new HashSet<>();
        List<Set<FieldPath>> pieces = new ArrayList<>(List.of(sending()));
        wanted.forEach(path -> pieces.add(Set.of(path)));
        for (Set<FieldPath> piece : pieces) {
            Set<FieldPath> more = new HashSet<>(chosen);
            more.addAll(piece);
            if (piece.stream().noneMatch(this::isPartOfSending) || piece.equals(sending())) {
                chosen = trial.passes(draft(messageMedia, more)) ? more : chosen;
            }
        }
        return draft(messageMedia, chosen);
    }

    private ExportDraft draft(boolean messageMedia, Set<FieldPath> chosen) {
        return new ExportDraft(home, live, trial.beside(), messageMedia, chosen, confidential, trial.delivery());
    }

    private boolean isWanted(FieldPath path) {
        return delivery.wanted().stream().anyMatch(path::startsWith)
                || (MetadataRecords.in(trial.live().metadata(), trial.delivery().codes())
                                        .of(OWNER)
                                instanceof Present record
                        && record.prints().containsKey(path));
    }

    /** Returns the options for sending. The descriptor owns all of them or none, so that credentials never mix. */
    private Set<FieldPath> sending() {
        Set<FieldPath> paths = new TreeSet<>();
        live.leaves().keySet().stream().filter(this::isPartOfSending).forEach(paths::add);
        return paths;
    }

    private boolean isPartOfSending(FieldPath path) {
        return delivery.isPartOfSending(live, path);
    }
}
