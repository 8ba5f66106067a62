package com.messagemedia.auth0.reference;

import com.messagemedia.auth0.connection.ReferenceName;
import com.messagemedia.auth0.connection.Resolution;
import com.messagemedia.auth0.connection.ResolvedReference;
import com.messagemedia.auth0.connection.ResolvedReference.Doubt;
import com.messagemedia.auth0.connection.ResolvedReference.Refusal;
import com.messagemedia.auth0.file.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.text.StringSubstitutor;
import org.apache.commons.text.matcher.StringMatcherFactory;

/**
 * Resolves {@code ${env.NAME}}, {@code ${file:path}} and {@code ${property}}. Two dollars before the brace stand for one,
 * and no reference. A value that was put in is never looked at again: what looks like a reference in it stays text.
 */
public final class ReferenceResolver {

    private static final Pattern WHOLE = Pattern.compile("\\$\\{[^}]+}");
    private static final Pattern LAST_LINE_BREAK = Pattern.compile("(\\r\\n|\\n|\\r)\\z");

    private final ReferenceLookup lookup;

    /** A resolver that asks {@code lookup}. */
    public ReferenceResolver(ReferenceLookup lookup) {
        this.lookup = lookup;
    }

    /** Resolves every reference of a text. The one line break that ends a file is not part of its value. */
    public Resolution resolve(String text) {
        List<ResolvedReference> references = new ArrayList<>();
        StringSubstitutor substitutor = new StringSubstitutor(written -> {
            ReferenceName name = new ReferenceName(written);
            ResolvedReference reference = resolve(name);
            references.add(reference);
            return reference.value().orElse(null);
        });
        substitutor.setDisableSubstitutionInValues(true);
        substitutor.setValueDelimiterMatcher(StringMatcherFactory.INSTANCE.noneMatcher());
        String resolved = substitutor.replace(text);
        return new Resolution(resolved, references, WHOLE.matcher(text).matches());
    }

    private ResolvedReference resolve(ReferenceName name) {
        try {
            return new ResolvedReference(name, value(name), Optional.empty(), doubt(name));
        } catch (Unreadable refusal) {
            Refusal why = new Refusal(refusal.problem(), refusal.remedy(), refusal.isOfTheFile());
            return new ResolvedReference(name, Optional.empty(), Optional.of(why), doubt(name));
        }
    }

    private Optional<String> value(ReferenceName name) throws Unreadable {
        if (name.isVariable()) {
            return lookup.environment(name.variable());
        }
        if (name.isFile()) {
            return lookup.file(name.path())
                    .map(content -> LAST_LINE_BREAK.matcher(content).replaceFirst(""));
        }
        return lookup.property(name.text());
    }

    private Optional<Doubt> doubt(ReferenceName name) {
        if (lookup.allows(name)) {
            return Optional.empty();
        }
        if (name.isFile() && lookup.leadsOut(name.path())) {
            return Optional.of(Doubt.OUTSIDE);
        }
        return name.saysCredential() ? Optional.of(Doubt.CREDENTIAL) : Optional.empty();
    }
}
