package com.messagemedia.auth0.delivery;

import static com.messagemedia.auth0.testing.Rehearsal.LIST;
import static com.messagemedia.auth0.testing.Rehearsal.MESSAGE_MEDIA;
import static com.messagemedia.auth0.testing.Rehearsal.TOKEN;
import static com.messagemedia.auth0.testing.Rehearsal.json;
import static com.messagemedia.auth0.testing.Rehearsal.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.delivery.PlanExecutor.Applied;
import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.testing.RehearsalTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** A tenant of its own for each test, with a note besides the connection, and a descriptor for both. */
abstract class SecondDeliveryRehearsal extends RehearsalTest {

    static final String READ_NOTE = "GET /api/v2/connections/" + SecondDelivery.NOTE;
    static final String PATCH_NOTE = "PATCH /api/v2/connections/" + SecondDelivery.NOTE;
    static final String PATCH_SIGN = "PATCH /api/v2/connections/" + SecondDelivery.SIGN;
    static final String NOTE = "options: {note: {text: ours, syntax: liquid}}\n";
    static final String OTHER_NOTE = "options: {note: {text: newer, syntax: liquid}}\n";
    static final Applied DONE = new Applied(Outcome.APPLIED, List.of(), false);
    static final Applied NOTHING = new Applied(Outcome.NOTHING_TO_DO, List.of(), false);

    /** The token, the note and the list of connections. */
    private int atOnce = 3;

    @BeforeEach
    final void addNote() {
        add("note", SecondDelivery.NOTE);
        rehearsal.delivering(new SecondDelivery()).describe(MESSAGE_MEDIA, NOTE);
    }

    private void add(String name, String id) {
        rehearsal.sandbox().tenant().add((Tree) json("""
                {"id": "%s", "name": "%s", "strategy": "sms",
                 "options": {"text": "before", "theirs": {"a": 1.50}, "brute_force_protection": true}}
                """.formatted(id, name)));
    }

    /** The descriptor names a sign as well, which is written after the note. */
    final void addSign() {
        add("sign", SecondDelivery.SIGN);
        atOnce++;
        rehearsal
                .delivering(SecondDelivery.withSign())
                .describe(MESSAGE_MEDIA, "options: {note: {text: ours}, sign: {text: ours}}\n");
    }

    final String note() {
        return Json.write(member(rehearsal.sandbox().tenant().connection("note"), "options"));
    }

    /** A colleague changes the note. */
    final void setNote(String text) {
        setText(SecondDelivery.NOTE, text);
    }

    final void setText(String id, String text) {
        rehearsal.sandbox().tenant().edit(id, connection -> {
            Map<String, Value> members = new LinkedHashMap<>(connection.members());
            Options options = new Options((Tree) member(connection, "options"));
            members.put(
                    "options",
                    options.with(FieldPath.of("text"), Value.of(text)).root());
            return new Tree(members);
        });
    }

    /** The requests since this was last asked. Those that a plan makes at the same time come in a fixed order. */
    final List<String> requests() {
        List<String> all = new ArrayList<>(rehearsal.requests());
        int end = 1;
        while (end < all.size() && end < atOnce && all.get(end).startsWith("GET ")) {
            end++;
        }
        if (end > 1) {
            Collections.sort(all.subList(1, end));
        }
        return all;
    }

    final void assertStable() {
        List<Tree> before = rehearsal.sandbox().tenant().connections();
        rehearsal.requests();
        assertThat(rehearsal.apply()).isEqualTo(NOTHING);
        assertThat(requests()).containsExactly(TOKEN, READ_NOTE, LIST);
        assertThat(rehearsal.sandbox().tenant().connections()).isEqualTo(before);
    }

    final Fault stopped() {
        Fault fault = catchThrowableOfType(Fault.class, rehearsal::apply);
        assertThat(fault).isNotNull();
        return fault;
    }

    final String changing(String id) {
        return "Changing connection " + id + " of " + rehearsal.sandbox().address() + " failed: ";
    }
}
