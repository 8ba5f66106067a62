package com.messagemedia.auth0.delivery.phone;

import com.messagemedia.auth0.auth0.Binding;
import com.messagemedia.auth0.auth0.ManagementClient;
import com.messagemedia.auth0.auth0.ManagementException;
import com.messagemedia.auth0.auth0.ManagementException.Kind;
import com.messagemedia.auth0.delivery.Resource;
import com.messagemedia.auth0.delivery.ResourceRefusal;
import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.AppliedRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The binding of the Action to its trigger. Whether Auth0 binds a deployed Action by itself is not documented, so the plugin
 * always looks, and binds where the binding is missing.
 */
final class BindingResource implements Resource {

    private static final FieldPath BOUND = FieldPath.of("action");
    private static final Options YES = Options.EMPTY.with(BOUND, Value.of(true));

    private final ActionResource action;
    private final String displayName;
    private final BuildWait wait;
    private List<Binding> seen = List.of();

    BindingResource(ActionResource action, String displayName, BuildWait wait) {
        this.action = action;
        this.displayName = displayName;
        this.wait = wait;
    }

    @Override
    public String name() {
        return PhonePaths.BINDING;
    }

    @Override
    public List<String> scopesToRead() {
        return List.of("read:actions");
    }

    @Override
    public List<String> scopesToWrite(Options before, Options after) {
        return List.of("update:actions");
    }

    @Override
    public Options read(ManagementClient client) {
        seen = client.actions().bindings(ActionDeployment.TRIGGER);
        return tree();
    }

    @Override
    public Options knowing(Options read, AppliedRecord record, Connection connection) {
        return tree();
    }

    private Options tree() {
        Optional<String> ours = action.id();
        for (Binding binding : seen) {
            if (Optional.of(binding.actionId()).equals(ours)) {
                return YES;
            }
        }
        return Options.EMPTY;
    }

    @Override
    public void check(Options before, Options after) {
        if (!after.get(BOUND).equals(YES.get(BOUND))) {
            throw new ResourceRefusal(
                    "Without its binding the Action sends nothing. Nothing was written.",
                    "Take binding.action out of \"remove\" and \"onConflict\".");
        }
    }

    @Override
    public Map<FieldPath, String> leftByRollback(Options now, Options then) {
        return then.isEmpty() && !now.isEmpty() ? Map.of(PhonePaths.BOUND, PhonePaths.NOTHING_BEFORE) : Map.of();
    }

    /** A trigger has one Action, so a write binds the only one that can be bound. */
    @Override
    public boolean mustBeReadBeforeWrite() {
        return false;
    }

    @Override
    public Options write(ManagementClient client, Options before, Options after) {
        String id = action.id().orElseThrow();
        for (int asked = 1; asked < wait.most(); asked++) {
            try {
                seen = client.actions().bind(ActionDeployment.TRIGGER, id, displayName);
                return tree();
            } catch (ManagementException e) {
                // Under load Auth0 still says so for a moment after the deployment.
                if (e.kind() != Kind.ACTION_NOT_DEPLOYED) {
                    throw e;
                }
                wait.beforeNextQuestion();
            }
        }
        seen = client.actions().bind(ActionDeployment.TRIGGER, id, displayName);
        return tree();
    }
}
