package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Checks the names of a file's environments. */
record EnvironmentNames(Environments environments) {

    /** Refuses an environment whose name is the word that chooses all of them. */
    void refuse(Findings findings) {
        Optional<Field> all = environments.overlay(EnvironmentChoice.ALL);
        if (all.isPresent()) {
            findings.error(
                    all.get().keyPlace(),
                    all.get().name(),
                    "cannot be the name of an environment: -Dmessagemedia.environment=all chooses all of them",
                    "Give the environment another name.");
        }
        if (isInVariable()) {
            refuseSameVariables(findings);
        }
    }

    private boolean isInVariable() {
        for (Field field : environments.document().all()) {
            if (EnvironmentReference.isInVariable(field)) {
                return true;
            }
        }
        return false;
    }

    /** Refuses two environments whose names are the same in the name of a variable: each would get the other's secret. */
    private void refuseSameVariables(Findings findings) {
        Map<String, String> names = new HashMap<>();
        for (Field overlay : environments.overlays()) {
            String variable = EnvironmentReference.variable(overlay.last());
            String other = names.putIfAbsent(variable, overlay.last());
            if (other != null) {
                findings.error(
                        overlay.keyPlace(),
                        overlay.name(),
                        "has the same name in environment variables as " + other + ": " + variable,
                        "Give one of the two another name.");
            }
        }
    }
}
