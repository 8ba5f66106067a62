package com.messagemedia.auth0.testing;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.SandboxTenant;
import com.messagemedia.auth0.sandbox.Tenant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Somebody at the dashboard, who changes the sandbox's SMS connection behind the plugin's back.
 *
 * @param tenant the tenant
 */
public record Colleague(Tenant tenant) {

    /** Somebody at the dashboard of the sandbox's tenant without a name. */
    public Colleague(Sandbox sandbox) {
        this(sandbox.tenant());
    }

    /** Somebody at the dashboard of one of several tenants. */
    public Colleague(SandboxTenant tenant) {
        this(tenant.content());
    }

    /** The id of the connection. */
    public static final String SMS = "con_SandboxSms000000";

    /** Sets an option, by its path. */
    public void sets(String path, Value value) {
        edits(options -> options.with(FieldPath.parse(path), value));
    }

    /** Takes an option away. */
    public void removes(String path) {
        edits(options -> options.without(FieldPath.parse(path)));
    }

    /** Changes the options. */
    public void edits(UnaryOperator<Options> edit) {
        replaces("options", value -> edit.apply(new Options((Tree) value)).root());
    }

    /** Sets an entry of the metadata. */
    public void notes(String key, String text) {
        replaces(
                "metadata",
                entries -> new Options((Tree) entries)
                        .with(FieldPath.of(key), Value.of(text))
                        .root());
    }

    /** Changes a key of the connection itself; an absent one is an empty object. */
    public void replaces(String key, UnaryOperator<Value> edit) {
        tenant.edit(SMS, connection -> {
            Map<String, Value> members = new LinkedHashMap<>(connection.members());
            members.put(key, edit.apply(members.getOrDefault(key, Tree.EMPTY)));
            return new Tree(members);
        });
    }
}
