package com.messagemedia.auth0.sync;

import com.messagemedia.auth0.connection.FieldPath;
import java.util.List;

/**
 * A descriptor made from a live connection.
 *
 * @param text the descriptor; it holds no secret
 * @param connectionName the connection's name
 * @param connectionId the connection's id
 * @param owned the options that an apply of it takes over
 * @param others the options that stand in it as comments
 * @param variables the environment variables that it refers to for options
 * @param changes the options that a plan of it would change all the same, which is seldom: what an earlier apply set and the
 *     descriptor cannot say
 */
public record Exported(
        String text,
        String connectionName,
        String connectionId,
        List<FieldPath> owned,
        List<FieldPath> others,
        List<String> variables,
        List<FieldPath> changes) {

    public Exported {
        owned = List.copyOf(owned);
        others = List.copyOf(others);
        variables = List.copyOf(variables);
        changes = List.copyOf(changes);
    }
}
