package com.messagemedia.auth0.maven;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The tenants of several environments for the time of a change: no other goal changes them from the first plan to the last
 * write.
 */
final class FleetTenants implements AutoCloseable {

    private final List<FleetMember> members;
    private final List<TenantLock> locks = new ArrayList<>();

    private FleetTenants(List<FleetMember> members) {
        this.members = members;
    }

    /**
     * Does a work while no other goal changes these tenants. All builds take the locks in the same order, so that no two wait
     * for each other.
     */
    static void whileLocked(TenantSession whole, List<FleetMember> members, Runnable work) {
        try (FleetTenants tenants = new FleetTenants(members)) {
            tenants.lock(whole);
            work.run();
        }
    }

    private void lock(TenantSession whole) {
        Set<String> locked = new HashSet<>();
        members.stream()
                .sorted(Comparator.comparing(FleetMember::tenant))
                .filter(member -> locked.add(member.tenant()))
                .map(member -> whole.lock(member.descriptor()))
                .forEach(locks::add);
    }

    @Override
    public void close() {
        try {
            members.forEach(FleetMember::close);
        } finally {
            for (int last = locks.size() - 1; last >= 0; last--) {
                locks.get(last).close();
            }
        }
    }
}
