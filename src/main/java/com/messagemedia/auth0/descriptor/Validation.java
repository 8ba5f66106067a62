package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.model.DescriptorException;
import com.messagemedia.auth0.model.Diagnostic;
import com.messagemedia.auth0.model.Origin;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The result of an offline check.
 *
 * @param diagnostics all errors and warnings, in the order of the file
 * @param unresolved the references without a value, in the order of the file; not errors, as the check needs no secrets
 * @param environments the names of the environments
 * @param targets the tenant and connection of each environment; without environments, one entry without a name
 * @param ignored the keys that an environment ignores, as they belong to a delivery that it does not choose
 */
public record Validation(
        List<Diagnostic> diagnostics,
        List<UnresolvedReference> unresolved,
        SortedSet<String> environments,
        List<Target> targets,
        List<IgnoredKey> ignored) {

    /**
     * The tenant and connection of an environment. A value that depends on the environment or on a file is shown
     * as its reference.
     *
     * @param environment the environment; empty if the file has none
     * @param domain the tenant's domain; empty if the descriptor sets none
     * @param connection the connection's name or id
     */
    public record Target(Optional<String> environment, Optional<String> domain, String connection) {}

    public Validation {
        diagnostics = List.copyOf(diagnostics);
        unresolved = List.copyOf(unresolved);
        environments = Collections.unmodifiableSortedSet(new TreeSet<>(environments));
        targets = List.copyOf(targets);
        ignored = List.copyOf(ignored);
    }

    /**
     * A key of another delivery, which an environment inherits and ignores.
     *
     * @param environment the environment
     * @param delivery the delivery that it chooses
     * @param key the key, as messages write it
     * @param origin where it stands
     */
    public record IgnoredKey(String environment, String delivery, String key, Origin origin) {}

    /** Whether the check found errors. */
    public boolean hasErrors() {
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.isError()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Throws one fault with all errors, if there are any.
     *
     * @param fileName the descriptor's name, for the message
     */
    public void requireNoErrors(String fileName) {
        if (hasErrors()) {
            throw new DescriptorException(
                    fileName, diagnostics.stream().filter(Diagnostic::isError).toList());
        }
    }

    /**
     * A reference without a value. An offline check lists it and does not refuse it.
     *
     * @param name what it refers to, such as {@code env.AUTH0_CLIENT_ID}, {@code file:key.pem} or {@code server auth0-prod}
     * @param origin its place in the file
     * @param line its line, such as {@code line 7}, or {@code line 7 of tenants.yaml} if it is not in the descriptor itself
     */
    public record UnresolvedReference(String name, Origin origin, String line) {}
}
