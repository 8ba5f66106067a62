package com.messagemedia.auth0.doctor;

import com.messagemedia.auth0.auth0.TenantReach;
import com.messagemedia.auth0.descriptor.Validation;
import com.messagemedia.auth0.descriptor.Validation.UnresolvedReference;
import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.model.CheckResult;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.NameList;
import com.messagemedia.auth0.model.TenantAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The chain of a descriptor that has faults: its faults, whether its tenant answers, and the links that cannot be examined
 * before it is corrected.
 *
 * @param fileName the descriptor's name
 * @param validation what an offline check finds in it
 */
public record UnusableDescriptor(String fileName, Validation validation) {

    /** The links of every delivery: which one a faulty descriptor means may be its fault. */
    private static final List<String> REST =
            List.of("token", "scopes", "connection", "applications", "plan", "credentials", "sender", "template");

    /**
     * All links, as far as they can be examined.
     *
     * @param askable the tenants that a request may go to
     * @param http how requests to a tenant are made
     */
    public List<CheckResult> links(Predicate<TenantAddress> askable, Function<TenantAddress, HttpSettings> http) {
        List<CheckResult> links = new ArrayList<>(List.of(description(), references()));
        links.add(address()
                .filter(askable)
                .map(address -> tenant(address, http.apply(address)))
                .orElseGet(() -> waiting("tenant")));
        REST.forEach(name -> links.add(waiting(name)));
        return links;
    }

    private CheckResult description() {
        // A fault that only shows for a chosen environment or a resolved reference is reported separately.
        return validation.hasErrors() || validation.unresolved().isEmpty()
                ? CheckResult.broken(
                        "descriptor", fileName + " has faults", "Correct the lines that the messages below name.")
                : CheckResult.ok("descriptor", fileName + " is valid");
    }

    private CheckResult references() {
        List<UnresolvedReference> unresolved = validation.unresolved();
        return unresolved.isEmpty()
                ? waiting("references")
                : CheckResult.broken(
                        "references",
                        "missing: "
                                + NameList.of(unresolved.stream()
                                        .map(reference -> reference.name() + " (" + reference.line() + ")")
                                        .toList()),
                        "Set them where Maven runs.");
    }

    private Optional<TenantAddress> address() {
        return validation.targets().stream()
                .flatMap(target -> Stream.ofNullable(target.domain().orElse(null)))
                .findFirst()
                .filter(domain -> validation.targets().size() == 1)
                .flatMap(TenantAddress::parse);
    }

    private static CheckResult tenant(TenantAddress address, HttpSettings http) {
        Optional<Fault> fault = TenantReach.fault(address, http);
        return fault.map(unreached -> CheckResult.broken("tenant", unreached.problem(), unreached.remedy()))
                .orElseGet(() -> TenantExamination.answers(address));
    }

    private static CheckResult waiting(String name) {
        return CheckResult.unknown(name, "correct the descriptor first", "");
    }
}
