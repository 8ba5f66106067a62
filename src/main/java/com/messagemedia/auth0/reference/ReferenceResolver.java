package com.messagemedia.auth0.reference;

import com.messagemedia.auth0.file.Unreadable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.text.StringSubstitutor;
import org.apache.commons.text.matcher.StringMatcherFactory;

/**
 * Resolves {@code ${env.NAME}}, {@code ${file:path}} and {@code ${property}}. Two dollars before the brace stand for one,
 * and no reference. A value that was put in is never looked at again: what looks like a reference in it stays text.
 */
public final class ReferenceResolver {

    private static final String ENVIRONMENT = "env.";
    private static final String FILE = "file:";
    private static final Pattern WHOLE = Pattern.compile("\\$\\{[^}]+}");
    private static final Pattern LAST_LINE_BREAK = Pattern.compile("\\R\\z");

    private final ReferenceLookup lookup;

    /** A resolver that asks {@code lookup}. */
    public ReferenceResolver(ReferenceLookup lookup) {
        this.lookup = lookup;
    }

    /** Resolves every reference of a text. The one line break that ends a file is not part of its value. */
    public Resolution resolve(String text) {
        List<String> missing = new ArrayList<>();
        List<String> confidential = new ArrayList<>();
        Map<String, Unreadable> unreadable = new HashMap<>();
        StringSubstitutor substitutor = new StringSubstitutor(name -> {
            Optional<String> value = value(name, unreadable);
            if (value.isEmpty()) {
                missing.add(name);
            } else if (isConfidential(name)) {
                confidential.add(value.get());
            }
            return value.orElse(null);
        });
        substitutor.setDisableSubstitutionInValues(true);
        substitutor.setValueDelimiterMatcher(StringMatcherFactory.INSTANCE.noneMatcher());
        String resolved = substitutor.replace(text);
        return new Resolution(
                resolved, missing, unreadable, confidential, WHOLE.matcher(text).matches());
    }

    private Optional<String> value(String name, Map<String, Unreadable> unreadable) {
        if (name.startsWith(ENVIRONMENT)) {
            return lookup.environment(name.substring(ENVIRONMENT.length()));
        }
        if (name.startsWith(FILE)) {
            return file(name, unreadable)
                    .map(content -> LAST_LINE_BREAK.matcher(content).replaceFirst(""));
        }
        return lookup.property(name);
    }

    private Optional<String> file(String name, Map<String, Unreadable> unreadable) {
        try {
            return lookup.file(name.substring(FILE.length()));
        } catch (Unreadable refusal) {
            unreadable.put(name, refusal);
            return Optional.empty();
        }
    }

    private static boolean isConfidential(String name) {
        return name.startsWith(ENVIRONMENT) || name.startsWith(FILE);
    }
}
