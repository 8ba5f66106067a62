package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to write to an Action. Only what is present is sent; Auth0 keeps the rest.
 *
 * @param name its name
 * @param code its code
 * @param runtime its runtime, such as {@code node22}
 * @param dependencies its npm packages, an object with name and version each
 * @param secrets all its secrets: Auth0 deletes those that are not among them
 */
public record ActionChange(
        Optional<String> name,
        Optional<String> code,
        Optional<String> runtime,
        Optional<Value.Array> dependencies,
        Optional<Map<String, Secret>> secrets) {

    /** No change. */
    public static final ActionChange NONE =
            new ActionChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public ActionChange {
        secrets = secrets.map(given -> Collections.unmodifiableMap(new LinkedHashMap<>(given)));
    }

    /** This change with a name. */
    public ActionChange withName(String text) {
        return new ActionChange(Optional.of(text), code, runtime, dependencies, secrets);
    }

    /** This change with code. */
    public ActionChange withCode(String text) {
        return new ActionChange(name, Optional.of(text), runtime, dependencies, secrets);
    }

    /** This change with a runtime. */
    public ActionChange withRuntime(String text) {
        return new ActionChange(name, code, Optional.of(text), dependencies, secrets);
    }

    /** This change with npm packages. */
    public ActionChange withDependencies(Value.Array packages) {
        return new ActionChange(name, code, runtime, Optional.of(packages), secrets);
    }

    /** This change with all the secrets that the Action is to have. */
    public ActionChange withSecrets(Map<String, Secret> all) {
        return new ActionChange(name, code, runtime, dependencies, Optional.of(all));
    }

    /** The body of a PATCH. */
    Value.Tree body() {
        Map<String, Value> body = new LinkedHashMap<>();
        name.ifPresent(text -> body.put("name", Value.of(text)));
        code.ifPresent(text -> body.put("code", Value.of(text)));
        runtime.ifPresent(text -> body.put("runtime", Value.of(text)));
        dependencies.ifPresent(packages -> body.put("dependencies", packages));
        secrets.ifPresent(all -> body.put("secrets", named(all)));
        return new Value.Tree(body);
    }

    /** The body of a POST, for a trigger in its version v1. */
    Value.Tree body(String triggerId) {
        Map<String, Value> trigger = new LinkedHashMap<>();
        trigger.put("id", Value.of(triggerId));
        trigger.put("version", Value.of("v1"));
        Map<String, Value> body = new LinkedHashMap<>(body().members());
        body.put("supported_triggers", new Value.Array(List.of(new Value.Tree(trigger))));
        return new Value.Tree(body);
    }

    private static Value named(Map<String, Secret> all) {
        List<Value> items = new ArrayList<>();
        all.forEach((key, secret) -> {
            Map<String, Value> members = new LinkedHashMap<>();
            members.put("name", Value.of(key));
            members.put("value", Value.of(secret.reveal()));
            items.add(new Value.Tree(members));
        });
        return new Value.Array(items);
    }

    /** Makes sure that no message quotes what this change sends. */
    void conceal(KnownSecrets known) {
        secrets.ifPresent(all -> all.values().forEach(secret -> known.add(secret.reveal())));
        code.ifPresent(known::addCode);
    }

    /** Names what is sent. It shows neither the code nor a secret. */
    @Override
    public String toString() {
        return "change of an Action: " + body().members().keySet();
    }
}
