package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.model.FieldPath;
import java.util.List;
import java.util.Set;

/**
 * The first segments of the paths of all resources besides the connection. Every delivery knows them, because a record may
 * hold such paths after the descriptor changed its delivery.
 */
public final class ResourceNames {

    /** The Action that calls MessageMedia. */
    public static final String ACTION = "action";

    /** The binding of the trigger to that Action. */
    public static final String BINDING = "binding";

    /** The tenant's phone provider. */
    public static final String PROVIDER = "phoneProvider";

    /** The phone templates, by type. */
    public static final String TEMPLATE = "phoneTemplate";

    private static final Set<String> ALL = Set.of(ACTION, BINDING, PROVIDER, TEMPLATE);

    private ResourceNames() {}

    /** Returns whether a path is one of a resource besides the connection. */
    public static boolean hold(FieldPath path) {
        return ALL.contains(path.head());
    }

    /** Returns what a descriptor names as a whole: the resource, or one template. */
    static FieldPath unitOf(FieldPath path) {
        int length = path.head().equals(TEMPLATE) ? 2 : 1;
        List<String> segments = path.segments();
        return new FieldPath(segments.subList(0, Math.min(length, segments.size())));
    }
}
