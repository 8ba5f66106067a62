package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.merge.MergeInput.Base;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Value;
import java.util.function.Predicate;

/**
 * A base that owns no path that the descriptor releases: what is there stays in Auth0, and the next record forgets it.
 *
 * @param released tells such a path
 */
record ReleasingBase(Base base, Predicate<FieldPath> released) implements Base {

    @Override
    public boolean owns(FieldPath path) {
        return base.owns(path) && !released.test(path);
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
