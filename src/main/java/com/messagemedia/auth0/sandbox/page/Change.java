package com.messagemedia.auth0.sandbox.page;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.sandbox.page.Section.Leaf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A value of the tenant that a request or a button changed.
 *
 * @param section the thing
 * @param before the value before; empty if there was none
 * @param after the value now; empty if there is none
 */
record Change(Section section, FieldPath path, Optional<Leaf> before, Optional<Leaf> after) {

    /** What happened, in one word. */
    String kind() {
        return before.isEmpty() ? "added" : after.isEmpty() ? "removed" : "changed";
    }

    /** All changes between two states of a tenant. */
    static List<Change> between(List<Section> before, List<Section> after) {
        Map<String, Section> earlier = byId(before);
        Map<String, Section> later = byId(after);
        List<Change> changes = new ArrayList<>();
        after.forEach(section -> compare(section, leaves(earlier, section), section.leaves(), changes));
        before.stream()
                .filter(section -> !later.containsKey(section.id()))
                .forEach(section -> compare(section, section.leaves(), Map.of(), changes));
        return changes;
    }

    private static Map<String, Section> byId(List<Section> sections) {
        return sections.stream().collect(Collectors.toMap(Section::id, Function.identity(), (first, next) -> first));
    }

    private static Map<FieldPath, Leaf> leaves(Map<String, Section> sections, Section same) {
        return Optional.ofNullable(sections.get(same.id())).map(Section::leaves).orElse(Map.of());
    }

    private static void compare(
            Section section, Map<FieldPath, Leaf> before, Map<FieldPath, Leaf> after, List<Change> into) {
        TreeSet<FieldPath> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        for (FieldPath path : paths) {
            Optional<Leaf> from = Optional.ofNullable(before.get(path));
            Optional<Leaf> to = Optional.ofNullable(after.get(path));
            if (!from.equals(to)) {
                into.add(new Change(section, path, from, to));
            }
        }
    }
}
