package com.messagemedia.auth0.sync;

import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.connection.Link;
import com.messagemedia.auth0.connection.Options;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.management.ManagementException;
import com.messagemedia.auth0.management.ManagementException.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The use case: examine the chain from the descriptor to the phone, every link even where one is broken. It sends no message
 * and changes nothing.
 */
public final class Doctor {

    private static final Set<Kind> ON_THE_WAY = EnumSet.of(
            Kind.UNKNOWN_HOST,
            Kind.UNREACHABLE,
            Kind.UNTRUSTED_CERTIFICATE,
            Kind.TIMEOUT,
            Kind.CONNECTION_LOST,
            Kind.PROXY_REFUSED,
            Kind.REDIRECTED);

    private final Descriptor descriptor;
    private final SendingExamination sending;
    private final List<Link> links = new ArrayList<>();

    /** An examination of this descriptor's chain. */
    public Doctor(Descriptor descriptor, SendingExamination sending) {
        this.descriptor = descriptor;
        this.sending = sending;
    }

    /** Examines the chain, from the descriptor on. */
    public List<Link> examine(ConnectionSync sync) {
        links.add(Link.ok("descriptor", descriptor + " is valid"));
        links.add(Link.ok("references", descriptor.confidential().size() + " confidential values are resolved"));
        token(sync);
        Optional<PlannedChange> planned = connection(sync);
        planned.ifPresent(found -> links.addAll(PlanExamination.of(found)));
        Options options = planned.filter(found -> found.plan().mayBeApplied())
                .map(found -> found.plan().body())
                .orElse(descriptor.desired());
        links.addAll(sending.of(options));
        return List.copyOf(links);
    }

    private void token(ConnectionSync sync) {
        try {
            Optional<Set<String>> scopes = sync.scopes();
            links.add(Link.ok("tenant", "it answers, and its certificate is trusted"));
            links.add(Link.ok("token", "Auth0 issued one"));
            links.add(scopes.map(Doctor::scopes)
                    .orElseGet(() -> Link.unknown("scopes", "the token does not tell its scopes", "")));
        } catch (ManagementException e) {
            boolean onTheWay = ON_THE_WAY.contains(e.kind());
            links.add(
                    onTheWay
                            ? Link.broken("tenant", e.problem(), e.remedy())
                            : Link.ok("tenant", "it answers, and its certificate is trusted"));
            links.add(
                    onTheWay
                            ? Link.unknown("token", "the tenant was not reached", "")
                            : Link.broken("token", e.problem(), e.remedy()));
            links.add(Link.unknown("scopes", "there is no token", ""));
        }
    }

    private static Link scopes(Set<String> granted) {
        List<String> missing = ConnectionSync.scopesToApply().stream()
                .filter(scope -> !granted.contains(scope))
                .toList();
        return missing.isEmpty()
                ? Link.ok("scopes", String.join(", ", ConnectionSync.scopesToApply()))
                : Link.broken("scopes", "missing: " + String.join(", ", missing), ConnectionSync.grant(missing));
    }

    private Optional<PlannedChange> connection(ConnectionSync sync) {
        if (links.stream()
                .anyMatch(link -> link.name().equals("scopes") && link.found().equals("there is no token"))) {
            links.add(Link.unknown("connection", "there is no token", ""));
            return Optional.empty();
        }
        try {
            PlannedChange planned = sync.look();
            String name = planned.live().name();
            links.add(
                    planned.creates()
                            ? Link.warning("connection", name + " does not exist yet", "messagemedia:apply creates it.")
                            : Link.ok("connection", name + " (" + planned.live().id() + "), its options can be read"));
            return Optional.of(planned);
        } catch (Fault fault) {
            links.add(Link.broken("connection", fault.problem(), fault.remedy()));
            return Optional.empty();
        }
    }
}
