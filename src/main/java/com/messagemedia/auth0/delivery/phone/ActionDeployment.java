package com.messagemedia.auth0.delivery.phone;

import com.messagemedia.auth0.auth0.Action;
import com.messagemedia.auth0.auth0.ActionChange;
import com.messagemedia.auth0.auth0.ActionVersion;
import com.messagemedia.auth0.auth0.ActionsClient;
import com.messagemedia.auth0.auth0.ManagementException;
import com.messagemedia.auth0.auth0.ManagementException.Kind;
import com.messagemedia.auth0.delivery.PartlyWritten;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes the draft of the Action, waits until Auth0 has built it, deploys it, and waits until the new version runs. Users get
 * the version before until the last step. Source: Auth0 documentation, "Configure a Custom Phone Provider".
 */
final class ActionDeployment {

    /** The trigger that sends a tenant's phone messages. */
    static final String TRIGGER = "custom-phone-provider";

    private final ActionsClient actions;
    private final BuildWait wait;

    ActionDeployment(ActionsClient actions, BuildWait wait) {
        this.actions = actions;
        this.wait = wait;
    }

    /**
     * Writes the draft, once. If the reply is lost, it looks whether Auth0 has the draft.
     *
     * @param live the Action that exists; empty to create one
     * @param code the code that the change sends; its first line proves the secrets that came with it
     * @return the Action with its new draft
     */
    Action draft(Optional<Action> live, ActionChange change, String code) {
        try {
            return live.isPresent() ? actions.update(live.get().id(), change) : actions.create(TRIGGER, change);
        } catch (ManagementException e) {
            if (!e.requestMayHaveBeenProcessed()) {
                throw e;
            }
            return written(code).orElseThrow(() -> e);
        }
    }

    private Optional<Action> written(String code) {
        try {
            return actions.ofTrigger(TRIGGER).stream()
                    .filter(action -> action.code().equals(code))
                    .findFirst();
        } catch (ManagementException unused) {
            return Optional.empty();
        }
    }

    /**
     * Deploys the draft that this run wrote.
     *
     * @return the Action with its new version
     * @throws PartlyWritten if a request fails
     */
    Action deployed(Action draft) {
        try {
            return deployed(draft.id(), deploy(draft));
        } catch (ManagementException e) {
            throw new PartlyWritten(e);
        }
    }

    /**
     * Deploys an earlier version again, with the secrets that it holds.
     *
     * @return the Action with its new version
     */
    Action redeploy(Action live, String version) {
        return deployed(live.id(), actions.deployVersion(live.id(), version, true));
    }

    private Action built(Action draft) {
        Action now = actions.read(draft.id());
        for (int asked = 1; asked < wait.most() && !now.isBuilt() && !now.hasFailed(); asked++) {
            wait.beforeNextQuestion();
            now = actions.read(draft.id());
        }
        requireSame(draft, now);
        if (now.hasFailed()) {
            throw failed(now);
        }
        if (!now.isBuilt()) {
            throw slow("has not built the Action's new code", now);
        }
        return now;
    }

    /** Refuses to deploy what somebody else has written into the draft in the meantime. */
    private static void requireSame(Action draft, Action now) {
        boolean same = now.code().equals(draft.code())
                && now.runtime().equals(draft.runtime())
                && packages(now).equals(packages(draft))
                && sameSecrets(now.secrets(), draft.secrets());
        if (!same) {
            throw new Fault(
                    "Somebody edited the draft of " + now.name() + " after this run wrote it, so it was not deployed.",
                    "Deploy or discard the edit in the Auth0 dashboard under Actions > Library, and run the goal again.",
                    Outcome.PARTLY_APPLIED);
        }
    }

    /** The names alone: a build may replace a version such as {@code latest} by a number. */
    private static Set<String> packages(Action action) {
        return action.dependencies().items().stream()
                .map(item -> item instanceof Value.Tree tree
                        ? String.valueOf(tree.members().get("name"))
                        : "")
                .collect(Collectors.toSet());
    }

    /** A reply that shows no secrets, or not when they were written, is no edit. */
    private static boolean sameSecrets(Map<String, String> now, Map<String, String> then) {
        if (then.isEmpty()) {
            return true;
        }
        return now.keySet().equals(then.keySet())
                && now.entrySet().stream()
                        .allMatch(secret -> isSame(secret.getValue(), then.getOrDefault(secret.getKey(), "")));
    }

    private static boolean isSame(String now, String then) {
        return now.isEmpty() || then.isEmpty() || now.equals(then);
    }

    /** Deploys the built draft. If Auth0 says that it is not built yet, the build is followed further. */
    private ActionVersion deploy(Action draft) {
        for (int asked = 0; asked < wait.most(); asked++) {
            try {
                return actions.deploy(built(draft).id());
            } catch (ManagementException e) {
                if (e.kind() != Kind.ACTION_NOT_BUILT) {
                    throw e;
                }
                wait.beforeNextQuestion();
            }
        }
        throw slow("has not built the Action's new code", draft);
    }

    private Action deployed(String id, ActionVersion version) {
        Action now = actions.read(id);
        for (int asked = 1; asked < wait.most() && !runs(now, version); asked++) {
            wait.beforeNextQuestion();
            now = actions.read(id);
        }
        if (!runs(now, version)) {
            throw slow("has not deployed the Action's new version", now);
        }
        return now;
    }

    private static boolean runs(Action now, ActionVersion version) {
        return now.deployed()
                .filter(running -> running.number() >= version.number() && running.deployed())
                .isPresent();
    }

    private static Fault failed(Action draft) {
        return new Fault(
                "Auth0 could not build the new code of " + draft.name() + ". " + unchanged(draft),
                "Look at the Action in the Auth0 dashboard under Actions > Library, and apply again.",
                Outcome.PARTLY_APPLIED);
    }

    private Fault slow(String what, Action draft) {
        return new Fault(
                "After " + wait.most() + " questions Auth0 " + what + ". " + unchanged(draft),
                "Apply again in a few minutes: it continues from there.",
                Outcome.PARTLY_APPLIED);
    }

    /** Says what runs now: a draft reaches no user. */
    static String unchanged(Action draft) {
        return draft.deployed()
                .map(version -> "The Action's draft holds the new code; version " + version.number()
                        + " stays deployed, as before.")
                .orElse("The Action's draft holds the new code, and no version of the Action is deployed yet.");
    }
}
