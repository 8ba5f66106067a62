package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.ReferenceLookup.ServerCredentials;
import com.messagemedia.auth0.descriptor.ReferenceResolver.ResolvedReference.Doubt;
import com.messagemedia.auth0.descriptor.ReferenceResolver.ResolvedReference.Refusal;
import com.messagemedia.auth0.model.GivenText;
import com.messagemedia.auth0.store.Unreadable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.text.StringSubstitutor;
import org.apache.commons.text.matcher.StringMatcherFactory;

/**
 * Resolves {@code ${env.NAME}}, {@code ${file:path}} and {@code ${property}}. Two dollars before the brace stand for one,
 * and no reference. It never resolves an inserted value again: a reference in it stays text.
 */
final class ReferenceResolver {

    private static final Pattern WHOLE = Pattern.compile("\\$\\{[^}]+}");
    private static final Pattern LAST_LINE_BREAK = Pattern.compile("(\\r\\n|\\n|\\r)\\z");

    private final ReferenceLookup lookup;
    private final Map<ReferenceName, ResolvedReference> found = new HashMap<>();

    ReferenceResolver(ReferenceLookup lookup) {
        this.lookup = lookup;
    }

    /** Resolves every reference of a text; each is looked up once. The one line break that ends a file is not part of its value. */
    Resolution resolve(String text) {
        return resolve(text, this::resolved);
    }

    /**
     * Resolves the references of a text to properties, and those that another text had before. A variable or a file that nobody
     * needed yet is not looked up, and counts as missing.
     */
    Resolution resolveKnown(String text) {
        return resolve(
                text,
                name -> name.isConfidential() && !found.containsKey(name)
                        ? new ResolvedReference(name, Optional.empty(), Optional.empty(), Optional.empty())
                        : resolved(name));
    }

    private ResolvedReference resolved(ReferenceName name) {
        return found.computeIfAbsent(name, this::lookUp);
    }

    private static Resolution resolve(String text, Function<ReferenceName, ResolvedReference> answers) {
        List<ResolvedReference> references = new ArrayList<>();
        StringSubstitutor substitutor = new StringSubstitutor(written -> {
            ReferenceName name = new ReferenceName(written);
            ResolvedReference reference = answers.apply(name);
            references.add(reference);
            return reference.value().orElse(null);
        });
        substitutor.setDisableSubstitutionInValues(true);
        substitutor.setValueDelimiterMatcher(StringMatcherFactory.INSTANCE.noneMatcher());
        String resolved = substitutor.replace(text);
        return new Resolution(resolved, references, WHOLE.matcher(text).matches());
    }

    /** The login of a {@code <server>} of Maven's settings; empty where there is none of that id. */
    Optional<ServerCredentials> server(String id) {
        return lookup.server(id);
    }

    private ResolvedReference lookUp(ReferenceName name) {
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

    /**
     * A text after its references were resolved. Its own text form shows no value.
     *
     * @param text the text; a reference to nothing stays as it was written
     * @param references its references, in the order of the text
     * @param wholeValue whether the text was one reference and nothing else
     */
    record Resolution(String text, List<ResolvedReference> references, boolean wholeValue) {

        Resolution {
            references = List.copyOf(references);
        }

        /** The names of the references to nothing, such as {@code env.AUTH0_CLIENT_ID}. */
        List<String> missing() {
            return references.stream()
                    .filter(reference -> reference.value().isEmpty())
                    .map(reference -> reference.name().text())
                    .toList();
        }

        /** The values that came from the environment or from a file. */
        List<String> confidentialValues() {
            return references.stream()
                    .filter(reference -> reference.name().isConfidential())
                    .map(ResolvedReference::value)
                    .flatMap(Optional::stream)
                    .toList();
        }

        /** Whether something came from the environment or from a file. */
        boolean confidential() {
            return !confidentialValues().isEmpty();
        }

        @Override
        public String toString() {
            return "resolution, missing " + missing();
        }
    }

    /**
     * A reference and what it refers to. Its own text form shows no value.
     *
     * @param name its name
     * @param value what it refers to; empty where nothing of that name is there
     * @param refusal why something that is there is not read; empty where it is read, or not there
     * @param doubt why it may be used for a credential only; empty where it is harmless, or allowed outside the descriptor
     */
    record ResolvedReference(
            ReferenceName name, Optional<String> value, Optional<Refusal> refusal, Optional<Doubt> doubt) {

        /** Why a reference is refused where no credential is expected. */
        enum Doubt {
            /** Its name says that it is a credential. */
            CREDENTIAL,
            /** It leads to a file outside the descriptor's folder. */
            OUTSIDE
        }

        /**
         * Why a file is not read.
         *
         * @param problem what it is, such as "is a folder"
         * @param remedy what to do
         * @param everywhere whether the file itself is wrong, so that an offline check refuses it; otherwise
         *     the machine that applies the descriptor may have it: a right, a link's target, the program that writes to a pipe
         */
        record Refusal(String problem, String remedy, boolean everywhere) {}

        /** Whether Java could not read the value as text; the strict reading of files excludes this for them. */
        boolean isUndecodable() {
            return !name.isFile() && value.filter(GivenText::isUnreadable).isPresent();
        }

        @Override
        public String toString() {
            return "reference " + name;
        }
    }
}
