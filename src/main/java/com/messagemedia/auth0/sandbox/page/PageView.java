package com.messagemedia.auth0.sandbox.page;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.page.Journal.Arrival;
import com.messagemedia.auth0.sandbox.page.Journal.Call;
import com.messagemedia.auth0.sandbox.page.Journal.LastChange;
import com.messagemedia.auth0.sandbox.page.Journal.Numbered;
import com.messagemedia.auth0.sandbox.page.Page.LastCall;
import com.messagemedia.auth0.sandbox.page.Section.Leaf;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Everything that the page shows, as JSON without secrets. */
final class PageView {

    /** More than a tenant of ours has. It bounds an event, whatever somebody writes into the options. */
    static final int MOST_LEAVES = 400;

    /** The code of an Action is the longest value that people look at. */
    private static final int LONGEST_VALUE = 20_000;

    private static final int LONGEST_KEY = 200;

    private final Journal journal;
    private final TenantSource tenant;
    private final Masks masks;

    PageView(Journal journal, TenantSource tenant, Masks masks) {
        this.journal = journal;
        this.tenant = tenant;
        this.masks = masks;
    }

    Reader reader() {
        return new Reader();
    }

    /** What one page has seen so far. */
    final class Reader {

        private long seen = -1;
        private Optional<Object> stamp = Optional.empty();

        /** What is new since the last call, as JSON of one line; empty if there is nothing. The first one is all. */
        String news() {
            List<Neighbour> neighbours = tenant.neighbours();
            Object now = List.of(tenant.stamp(), neighbours);
            long number = journal.number();
            if (number == seen && stamp.filter(now::equals).isPresent()) {
                return "";
            }
            masks.know(tenant.secrets());
            String news = Json.write(tree(
                    "first", Value.of(seen < 0),
                    "tenants",
                            array(neighbours.stream()
                                    .map(PageView.this::neighbour)
                                    .toList()),
                    "tenant", sections(),
                    "change", change(journal.lastChange()),
                    "buttons",
                            array(tenant.buttons().stream()
                                    .map(PageView.this::button)
                                    .toList()),
                    "messages",
                            array(journal.arrivalsAfter(seen).stream()
                                    .map(PageView.this::arrival)
                                    .toList()),
                    "requests",
                            array(journal.callsAfter(seen).stream()
                                    .map(PageView.this::call)
                                    .toList())));
            seen = number;
            stamp = Optional.of(now);
            return news;
        }
    }

    private Value neighbour(Neighbour one) {
        return tree(
                "name", Value.of(one.name()),
                "path", Value.of(one.path()),
                "state", key(one.state()),
                "time", Value.of(one.last().map(call -> call.time().toString()).orElse("")),
                "request", Value.of(one.last().map(LastCall::request).orElse("")),
                "status", Value.of(one.last().map(LastCall::status).orElse(0)));
    }

    private Value sections() {
        Map<String, List<Change>> changes = journal.lastChange().changes().stream()
                .collect(Collectors.groupingBy(change -> change.section().id()));
        List<Section> sections = tenant.sections();
        Set<String> there = sections.stream().map(Section::id).collect(Collectors.toSet());
        List<Value> shown = new ArrayList<>();
        sections.forEach(section -> shown.add(section(section, changes.getOrDefault(section.id(), List.of()))));
        changes.forEach((id, gone) -> {
            if (!there.contains(id)) {
                Section former = gone.get(0).section();
                shown.add(section(new Section(id, former.title(), Map.of()), gone));
            }
        });
        return array(shown);
    }

    private Value section(Section section, List<Change> changes) {
        Map<FieldPath, Change> marks = new TreeMap<>();
        changes.forEach(change -> marks.put(change.path(), change));
        TreeMap<FieldPath, Optional<Leaf>> leaves = new TreeMap<>();
        marks.keySet().forEach(path -> leaves.put(path, Optional.empty()));
        section.leaves().forEach((path, leaf) -> leaves.put(path, Optional.of(leaf)));
        List<Value> shown = new ArrayList<>();
        leaves.forEach((path, leaf) -> {
            if (shown.size() < MOST_LEAVES) {
                shown.add(leaf(path, leaf, Optional.ofNullable(marks.get(path))));
            }
        });
        return tree(
                "id", Value.of(section.id()),
                "title", key(section.title()),
                "leaves", array(shown),
                "more", Value.of(leaves.size() - shown.size()));
    }

    private Value leaf(FieldPath path, Optional<Leaf> leaf, Optional<Change> change) {
        return tree(
                "path", array(path.segments().stream().map(this::key).toList()),
                "text", Value.of(leaf.map(this::text).orElse("")),
                "mark", Value.of(change.map(Change::kind).orElse("")),
                "before",
                        Value.of(change.flatMap(Change::before).map(this::text).orElse("")));
    }

    private String text(Leaf leaf) {
        return leaf.secret()
                ? masks.mark(leaf.value())
                : BodyText.cut(masks.scrub(Masks.text(leaf.value())), LONGEST_VALUE);
    }

    private Value change(LastChange last) {
        return tree(
                "cause", Value.of(masks.scrub(last.cause())),
                "time", Value.of(last.time().toString()),
                "paths", paths(last.changes()));
    }

    private Value paths(List<Change> changes) {
        return array(changes.stream()
                .limit(MOST_LEAVES)
                .map(change -> tree(
                        "kind", Value.of(change.kind()),
                        "section", key(change.section().title()),
                        "path", key(change.path().toString())))
                .toList());
    }

    private Value button(Button button) {
        return tree(
                "id", Value.of(button.id()),
                "group", Value.of(button.group()),
                "label", Value.of(button.label()),
                "next", Value.of(button.next()),
                "blocked", Value.of(button.blocked().orElse("")));
    }

    private Value arrival(Numbered<Arrival> numbered) {
        Arrival arrival = numbered.item();
        return tree(
                "number", Value.of(numbered.number()),
                "time", time(arrival.time()),
                "recipient", key(arrival.recipient()),
                "sender", key(arrival.sender()),
                "text", Value.of(BodyText.cut(masks.scrub(arrival.text()), BodyText.SHOWN)),
                "accepted", Value.of(arrival.accepted()),
                "way", Value.of(arrival.way()));
    }

    private Value call(Numbered<Call> numbered) {
        Call call = numbered.item();
        String path = URI.create(call.target()).getRawPath();
        String sent = BodyText.of(path, call.sent(), masks);
        String answer = BodyText.of(path, call.answer(), masks);
        return tree(
                "number", Value.of(numbered.number()),
                "time", time(call.time()),
                "method", key(call.method()),
                "target", Value.of(BodyText.cut(masks.scrub(call.target()), BodyText.SHOWN)),
                "status", Value.of(call.status()),
                "sent", Value.of(sent),
                "answer", Value.of(answer),
                "changes", paths(call.changes()));
    }

    private static Value time(Instant time) {
        return Value.of(time.toString());
    }

    private Value key(String text) {
        return Value.of(BodyText.cut(masks.scrub(text), LONGEST_KEY));
    }

    private static Array array(List<? extends Value> items) {
        return new Array(List.copyOf(items));
    }

    /** An object of these keys and values, in turn. */
    private static Tree tree(Object... members) {
        Map<String, Value> all = new LinkedHashMap<>();
        for (int index = 0; index < members.length; index += 2) {
            all.put((String) members[index], (Value) members[index + 1]);
        }
        return new Tree(all);
    }
}
