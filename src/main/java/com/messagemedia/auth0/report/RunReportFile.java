package com.messagemedia.auth0.report;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.http.Json.JsonFormatException;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.store.AtomicTextFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The file {@code report.json}. It holds the result of each run of a goal in one build, in order. The next build starts a
 * new file.
 *
 * @param plugin the plugin's name and version
 * @param build a mark that differs from build to build, such as the start time
 */
public record RunReportFile(AtomicTextFile file, String plugin, String build) {

    private static final Value VERSION = Value.of(1);

    /**
     * A run, and what removes secrets from its values and paths; the report's own keys stay as they are.
     *
     * @param scrub removes every secret of the run
     */
    public record Entry(RunReport run, UnaryOperator<String> scrub) {}

    /**
     * Adds runs to the file, in this order.
     *
     * @return all runs of the build so far, for build servers
     * @throws com.messagemedia.auth0.model.Fault when the plugin cannot write the file; its old content then stays
     */
    public JUnitReport add(List<Entry> more) {
        List<Value> runs = new ArrayList<>(earlier());
        for (Entry entry : more) {
            runs.add(scrubbed(entry.run().entry(), entry.scrub()));
        }
        file.write(text(runs));
        return new JUnitReport(trees(runs));
    }

    private static List<Tree> trees(List<Value> runs) {
        List<Tree> trees = new ArrayList<>();
        for (Value run : runs) {
            if (run instanceof Tree tree) {
                trees.add(tree);
            }
        }
        return trees;
    }

    private String text(List<Value> runs) {
        Map<String, Value> members = new LinkedHashMap<>();
        members.put("formatVersion", VERSION);
        members.put("plugin", Value.of(plugin));
        members.put("build", Value.of(build));
        members.put("runs", new Array(runs));
        return Json.writePretty(new Tree(members));
    }

    private List<Value> earlier() {
        Optional<String> text = file.read();
        Map<String, Value> report = text.isPresent() ? members(text.get()) : Map.of();
        return VERSION.equals(report.get("formatVersion"))
                        && Value.of(build).equals(report.get("build"))
                        && report.get("runs") instanceof Array runs
                ? runs.items()
                : List.of();
    }

    private static Map<String, Value> members(String text) {
        try {
            return Json.parse(text) instanceof Tree report ? report.members() : Map.of();
        } catch (JsonFormatException unused) {
            return Map.of();
        }
    }

    private static Value scrubbed(Value value, UnaryOperator<String> scrub) {
        if (value instanceof Value.Text text) {
            return Value.of(scrub.apply(text.text()));
        }
        if (value instanceof Array array) {
            List<Value> items = new ArrayList<>();
            for (Value item : array.items()) {
                items.add(scrubbed(item, scrub));
            }
            return new Array(items);
        }
        if (value instanceof Tree tree) {
            Map<String, Value> members = new LinkedHashMap<>();
            for (Map.Entry<String, Value> member : tree.members().entrySet()) {
                boolean named = member.getKey().equals(RunReport.CHANGES);
                members.put(
                        member.getKey(), named ? named(member.getValue(), scrub) : scrubbed(member.getValue(), scrub));
            }
            return new Tree(members);
        }
        return value;
    }

    /** Scrubs the changes, the only object with foreign keys: options' paths. */
    private static Value named(Value changes, UnaryOperator<String> scrub) {
        Map<String, Value> members = new LinkedHashMap<>();
        if (changes instanceof Tree tree) {
            for (Map.Entry<String, Value> change : tree.members().entrySet()) {
                members.put(scrub.apply(change.getKey()), change.getValue());
            }
        }
        return new Tree(members);
    }
}
