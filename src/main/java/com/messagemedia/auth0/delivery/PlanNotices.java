package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.NameList;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.plan.AppliedRecord;
import com.messagemedia.auth0.plan.AppliedRecord.Present;
import com.messagemedia.auth0.plan.MetadataRecords;
import com.messagemedia.auth0.plan.Plan.Notice;
import com.messagemedia.auth0.plan.UnmanagedMarks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a user should know about a plan, from the applied records.
 *
 * @param desired what the descriptor wants in Auth0
 * @param live what Auth0 holds
 */
record PlanNotices(Descriptor descriptor, Delivery delivery, Options desired, Options live) {

    /** Returns the notices of a plan that starts from this record. */
    List<Notice> of(MetadataRecords records, AppliedRecord record) {
        List<Notice> notices = new ArrayList<>();
        for (String owner : records.unreadableBeside(descriptor.owner())) {
            notices.add(new Notice.UnreadableRecord(owner));
        }
        Set<FieldPath> spokenOf = new HashSet<>(descriptor.desired().leaves().keySet());
        spokenOf.addAll(descriptor.removals().keySet());
        int gone = UnmanagedMarks.gone(record, live, spokenOf);
        if (gone > 0) {
            notices.add(new Notice.UnmanagedGone(gone));
        }
        Set<FieldPath> released = released(record);
        if (!released.isEmpty()) {
            notices.add(new Released(List.copyOf(released)));
        }
        return notices;
    }

    /** The resources, or parts of them, that the record holds, that the descriptor no longer names and that stay. */
    private Set<FieldPath> released(AppliedRecord record) {
        Set<FieldPath> released = new TreeSet<>();
        if (record instanceof Present present) {
            for (FieldPath path : present.prints().keySet()) {
                if (isReleased(path)) {
                    released.add(shortest(path));
                }
            }
        }
        return released;
    }

    private boolean isReleased(FieldPath path) {
        return ResourceNames.hold(path)
                && delivery.releases(path, live)
                && !path.isAtOrBelowOneOf(descriptor.removals().keySet())
                && isLeftAlone(path);
    }

    /** Whether the descriptor lacks a path and all above it is no value. What is below a value, only the record has. */
    private boolean isLeftAlone(FieldPath path) {
        boolean named =
                desired.get(path).isPresent() || desired.leafAtOrAbove(path).isPresent();
        return !named
                && (live.get(path).isPresent()
                        || desired.get(ResourceNames.unitOf(path)).isEmpty());
    }

    /** The highest part above a path that the descriptor lacks as a whole. */
    private FieldPath shortest(FieldPath path) {
        FieldPath unit = ResourceNames.unitOf(path);
        return desired.get(unit).isEmpty()
                ? unit
                : path.above().stream()
                        .filter(above ->
                                above.startsWith(unit) && desired.get(above).isEmpty())
                        .findFirst()
                        .orElse(path);
    }

    /**
     * What the descriptor no longer names stays in Auth0, and an apply forgets it.
     *
     * @param paths the resources, or parts of them; at least one
     */
    record Released(List<FieldPath> paths) implements Notice.OfDelivery {

        @Override
        public String sentence() {
            boolean one = paths.size() == 1;
            String names = NameList.of(paths);
            return names + (one ? " stays in Auth0 as it is" : " stay in Auth0 as they are")
                    + "; this descriptor no longer manages " + (one ? "it." : "them.");
        }

        @Override
        public boolean isWarning() {
            return false;
        }
    }
}
