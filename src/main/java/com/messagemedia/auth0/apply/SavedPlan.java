package com.messagemedia.auth0.apply;

import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.plan.AppliedRecord.Present;
import com.messagemedia.auth0.plan.ValuePrints;
import com.messagemedia.auth0.redaction.Fingerprints;
import com.messagemedia.auth0.redaction.Redactor;
import com.messagemedia.auth0.store.AtomicTextFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A plan in a file, to be approved and applied later. It holds no values, only keyed fingerprints of the live options, the
 * descriptor and every change; docs/PLAN.md describes it. It can be applied only while all of these are unchanged.
 */
public final class SavedPlan {

    static final String ENVIRONMENT = "environment";
    static final String REFERENCES = "references";
    static final String LINE = "line";

    /** The file of the line, if it is not the descriptor itself. */
    static final String FILE = "file";

    private static final String SALT = "salt";

    private final Tree content;

    private SavedPlan(Tree content) {
        this.content = content;
    }

    /**
     * The saved form of a plan.
     *
     * @param plugin the plugin's name and version
     */
    public static SavedPlan of(PreparedChange planned, Descriptor descriptor, String plugin) {
        return of(planned, descriptor, plugin, Fingerprints.random());
    }

    static SavedPlan of(PreparedChange planned, Descriptor descriptor, String plugin, Fingerprints key) {
        var target = planned.plan().target();
        Map<String, Value> members = new LinkedHashMap<>();
        members.put(SavedFile.FORMAT_VERSION, SavedFile.VERSION);
        members.put("plugin", Value.of(plugin));
        members.put("tenant", Value.of(target.tenant()));
        members.put("connection", Value.of(target.connection()));
        members.put("connectionId", Value.of(target.id()));
        members.put(ENVIRONMENT, Value.of(target.environment().orElse("")));
        members.put("owner", Value.of(descriptor.owner()));
        members.put("state", Value.of(descriptor.state().name().toLowerCase(Locale.ROOT)));
        members.put("applicable", Value.of(planned.plan().mayBeApplied()));
        members.put(SALT, Value.of(key.salt()));
        Names names = names(planned, descriptor, key);
        members.put("live", prints(planned.plan().live(), names));
        members.put("descriptor", prints(descriptor.desired(), names));
        members.put("appliedRecord", recordPrint(planned, key));
        members.put("changes", changes(planned, descriptor, names));
        members.put(
                "clients",
                new Value.Array(planned.plan().clients().stream().map(Value::of).toList()));
        return new SavedPlan(SavedFile.checked(members));
    }

    /** The names of live options that we removed and Auth0 itself put back, as the applied record says. */
    static Set<String> putBackByAuth0(PreparedChange planned, Descriptor descriptor, Fingerprints key) {
        Names names = names(planned, descriptor, key);
        return planned.plan().live().leaves().entrySet().stream()
                .filter(leaf -> planned.record() instanceof Present record
                        && record.hasReturned(
                                planned.delivery().mergeRules().canonical(), leaf.getKey(), leaf.getValue()))
                .map(leaf -> names.of(leaf.getKey()))
                .collect(Collectors.toSet());
    }

    private static Value recordPrint(PreparedChange planned, Fingerprints key) {
        return Value.of(key.of(new TreeMap<>(planned.live().metadata()) + "\n" + planned.record()));
    }

    private static Names names(PreparedChange planned, Descriptor descriptor, Fingerprints key) {
        return new Names(
                planned.redactor(descriptor),
                new ValuePrints(key, planned.delivery().mergeRules().canonical()));
    }

    /** The name of a path. If the path contains a secret, its scrubbed text and its fingerprint. */
    private record Names(Redactor redactor, ValuePrints prints) {

        String of(FieldPath path) {
            String scrubbed = redactor.scrubOwn(path.toString());
            // A scrubbed path is a path of one name, which the reader of a plan accepts.
            return scrubbed.equals(path.toString())
                    ? scrubbed
                    : FieldPath.of(scrubbed + " #" + prints.key().of(path.toString()))
                            .toString();
        }
    }

    private static Tree prints(Options options, Names names) {
        Map<String, Value> prints = new LinkedHashMap<>();
        options.leaves()
                .forEach((path, value) ->
                        prints.put(names.of(path), Value.of(names.prints().of(path, value))));
        return new Tree(prints);
    }

    private static Tree changes(PreparedChange planned, Descriptor descriptor, Names names) {
        Map<String, Value> changes = new TreeMap<>();
        for (Decision decision : planned.plan().merge().decisions()) {
            if (!(decision instanceof Decision.Kept)) {
                Map<String, Value> change = change(decision, names.prints());
                if (!(decision instanceof Decision.Removed)) {
                    change.putAll(source(decision.path(), descriptor, names.redactor()));
                }
                changes.put(names.of(decision.path()), new Tree(change));
            }
        }
        return new Tree(changes);
    }

    /** The reference that a value comes from, and its line; empty if the descriptor holds the value itself. */
    private static Map<String, Value> source(FieldPath path, Descriptor descriptor, Redactor redactor) {
        List<String> names = descriptor.sources().getOrDefault(path, List.of());
        if (names.isEmpty()) {
            return Map.of();
        }
        Map<String, Value> source = new LinkedHashMap<>();
        source.put(
                REFERENCES,
                new Value.Array(
                        names.stream().map(redactor::scrubOwn).map(Value::of).toList()));
        Optional.ofNullable(descriptor.origins().get(path)).ifPresent(origin -> {
            source.put(LINE, Value.of(origin.line()));
            if (!origin.file().equals(descriptor.fileName())) {
                source.put(FILE, Value.of(redactor.scrubOwn(origin.file())));
            }
        });
        return source;
    }

    private static Map<String, Value> change(Decision decision, ValuePrints prints) {
        FieldPath path = decision.path();
        Map<String, Value> change = new LinkedHashMap<>();
        if (decision instanceof Decision.Added added) {
            change.put("action", Value.of("add"));
            change.put("to", Value.of(prints.of(path, added.desired())));
        } else if (decision instanceof Decision.Changed changed) {
            change.put("action", Value.of("change"));
            change.put("from", Value.of(prints.of(path, changed.live())));
            change.put("to", Value.of(prints.of(path, changed.desired())));
        } else if (decision instanceof Decision.Removed removed) {
            change.put("action", Value.of("remove"));
            change.put("from", Value.of(prints.of(path, removed.live())));
        } else {
            change.put("action", Value.of(decision instanceof Decision.KeptByPolicy ? "keep" : "conflict"));
        }
        return change;
    }

    /** Writes this plan to a file. */
    public void write(AtomicTextFile file) {
        new SavedFile(file).write(content);
    }

    /**
     * Reads a saved plan.
     *
     * @throws Fault if the file does not exist, is not a saved plan, was edited, or has another format version
     */
    public static SavedPlan read(AtomicTextFile file) {
        SavedFile saved = new SavedFile(file);
        return of(saved.content()).orElseThrow(saved::foreign);
    }

    /** The plan with this content; empty if a field is missing, has the wrong type, or is none of a plan's. */
    static Optional<SavedPlan> of(Tree content) {
        return SavedPlanFields.areAllIn(content) ? Optional.of(new SavedPlan(content)) : Optional.empty();
    }

    /** The environment that this plan is for; empty text if the descriptor has none. */
    String environment() {
        return content.members().get(ENVIRONMENT) instanceof Value.Text name ? name.text() : "";
    }

    /** The key under which this plan's fingerprints were made. */
    Fingerprints key() {
        return new Fingerprints(content.members().get(SALT) instanceof Value.Text salt ? salt.text() : "");
    }

    Map<String, Value> members() {
        return content.members();
    }
}
