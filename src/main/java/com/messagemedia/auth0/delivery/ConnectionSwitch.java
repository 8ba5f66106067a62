package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import java.util.Optional;
import java.util.Set;

/**
 * What a connection of an older tenant says about the switch "Use Tenant-Level Messaging Provider" of the dashboard. Auth0 does
 * not document the option {@code use_phone_provider}; the values are those that the dashboard is reported to write (issue 1549
 * of the Terraform provider for Auth0).
 */
public enum ConnectionSwitch {
    /** The connection sends through the tenant's phone provider. */
    ON,
    /** The connection sends by its own options. */
    OFF,
    /** The connection has no such option, as in a newer tenant. */
    ABSENT,
    /** The option has a value that nobody reported. */
    UNKNOWN;

    /** The option. */
    public static final FieldPath PATH = FieldPath.of("use_phone_provider");

    private static final Set<Value> ON_VALUES = Set.of(Value.of(true), Value.of("true"), Value.of("unified"));
    private static final Set<Value> OFF_VALUES = Set.of(Value.of(false), Value.of("false"));
    private static final Set<Value> EMPTY_VALUES = Set.of(Value.of(""), Value.Null.NULL);

    /** Returns what these options say. */
    public static ConnectionSwitch of(Options options) {
        Optional<Value> value = options.get(PATH);
        return value.isPresent() ? of(value.get()) : ABSENT;
    }

    private static ConnectionSwitch of(Value value) {
        if (ON_VALUES.contains(value)) {
            return ON;
        }
        if (OFF_VALUES.contains(value)) {
            return OFF;
        }
        return EMPTY_VALUES.contains(value) ? ABSENT : UNKNOWN;
    }
}
