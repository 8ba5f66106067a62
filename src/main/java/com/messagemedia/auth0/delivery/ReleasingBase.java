package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.merge.MergeInput.Base;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;

/**
 * A base that owns no path that the descriptor releases: what is there stays in Auth0, and the next record forgets it.
 *
 * @param delivery knows which paths it releases
 * @param desired what the descriptor wants in Auth0
 * @param live what Auth0 holds
 */
record ReleasingBase(Base base, Delivery delivery, Options desired, Options live) implements Base {

    @Override
    public boolean owns(FieldPath path) {
        return base.owns(path) && !(desired.get(path).isEmpty() && delivery.releases(path, live));
    }

    @Override
    public boolean agrees(FieldPath path, Value value) {
        return base.agrees(path, value);
    }

    @Override
    public boolean returned(FieldPath path, Value value) {
        return base.returned(path, value);
    }
}
