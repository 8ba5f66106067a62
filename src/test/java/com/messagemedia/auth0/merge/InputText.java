package com.messagemedia.auth0.merge;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import java.util.Map;
import java.util.TreeMap;

/** Merges as readable text for failing tests; the main code's own text rightly hides the values. */
final class InputText {

    private InputText() {}

    /** Each leaf with its literal, by path. */
    static Map<FieldPath, String> leaves(Map<FieldPath, Value> leaves) {
        Map<FieldPath, String> text = new TreeMap<>();
        leaves.forEach((path, value) -> text.put(path, Json.write(value)));
        return text;
    }

    static String of(MergeInput input, MapBase base) {
        Map<FieldPath, String> applied = new TreeMap<>();
        base.applied()
                .forEach((path, value) ->
                        applied.put(path, value.map(Json::write).orElse("?")));
        return "\n base     " + applied + "\n desired  " + write(input.desired().options()) + "\n remove   "
                + input.desired().removals() + "\n live     " + write(input.live()) + "\n policies "
                + input.policies();
    }

    private static String write(Options options) {
        return Json.write((Value) options.root());
    }
}
