package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.ReferenceLookup.ServerCredentials;
import com.messagemedia.auth0.descriptor.ReferenceResolver.ResolvedReference.Doubt;
import com.messagemedia.auth0.descriptor.ReferenceResolver.ResolvedReference.Refusal;
import com.messagemedia.auth0.model.GivenText;
import com.messagemedia.auth0.store.Unreadable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves {@code ${env.NAME}}, {@code ${file:path}} and {@code ${property}}. Two dollars before the brace
 * are a literal dollar, not a reference. It never resolves an inserted value again: a reference in it stays text.
 */
final class ReferenceResolver {

    /** Two dollars before a brace, or a reference with its name. */
    private static final Pattern WRITTEN = Pattern.compile("\\$\\$\\{|\\$\\{([^}]*+)}");

    /** What two dollars before a brace say. */
    private static final String LITERAL = "${";

    private static final Pattern WHOLE = Pattern.compile("\\$\\{[^}]+}");
    private static final Pattern LAST_LINE_BREAK = Pattern.compile("(\\r\\n|\\n|\\r)\\z");

    private final ReferenceLookup lookup;
    private final Map<ReferenceName, ResolvedReference> found = new HashMap<>();

    ReferenceResolver(ReferenceLookup lookup) {
        this.lookup = lookup;
    }

    /** Resolves every reference of a text and looks each one up once. A file's value excludes the line break at its end. */
    Resolution resolve(String text) {
        return resolve(text, true);
    }

    /**
     * Resolves references to properties, and references that are already looked up. It does not look up any other variable or
     * file; these count as missing.
     */
    Resolution resolveKnown(String text) {
        return resolve(text, false);
    }

    private ResolvedReference resolved(ReferenceName name) {
        ResolvedReference known = found.get(name);
        if (known == null) {
            known = lookUp(name);
            found.put(name, known);
        }
        return known;
    }

    private Resolution resolve(String text, boolean anew) {
        List<ResolvedReference> references = new ArrayList<>();
        StringBuilder resolved = new StringBuilder();
        // After the last brace nothing can be a reference, and to look for one there would take long in a long text.
        Matcher written = WRITTEN.matcher(text).region(0, text.lastIndexOf('}') + 1);
        while (written.find()) {
            written.appendReplacement(resolved, "");
            String name = written.group(1);
            if (name == null) {
                resolved.append(LITERAL);
            } else {
                ResolvedReference reference = reference(new ReferenceName(name), anew);
                references.add(reference);
                resolved.append(reference.value().orElse(written.group()));
            }
        }
        written.appendTail(resolved);
        return new Resolution(
                resolved.toString(), references, WHOLE.matcher(text).matches());
    }

    private ResolvedReference reference(ReferenceName name, boolean anew) {
        return anew || !name.isConfidential() || found.containsKey(name)
                ? resolved(name)
                : new ResolvedReference(name, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Returns the login of a {@code <server>} of Maven's settings; empty if no server has this id. */
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
            Optional<String> content = lookup.file(name.path());
            return content.isPresent()
                    ? Optional.of(LAST_LINE_BREAK.matcher(content.get()).replaceFirst(""))
                    : content;
        }
        return name.text().equals(EnvironmentReference.NAME) ? Optional.empty() : lookup.property(name.text());
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
     * A text with its references resolved. Its {@code toString} shows no value.
     *
     * @param text the text; a reference without a value stays as written
     * @param references its references, in the order of the text
     * @param wholeValue whether the text is exactly one reference
     */
    record Resolution(String text, List<ResolvedReference> references, boolean wholeValue) {

        /** That of a value without references. */
        static final Resolution NONE = new Resolution("", List.of(), false);

        Resolution {
            references = List.copyOf(references);
        }

        /** Returns the names of the references that have no value, such as {@code env.AUTH0_CLIENT_ID}. */
        List<String> missing() {
            List<String> missing = new ArrayList<>();
            for (ResolvedReference reference : references) {
                if (reference.value().isEmpty()) {
                    missing.add(reference.name().text());
                }
            }
            return Collections.unmodifiableList(missing);
        }

        /** Returns the values that come from environment variables or files. */
        List<String> confidentialValues() {
            List<String> values = new ArrayList<>();
            for (ResolvedReference reference : references) {
                if (reference.isConfidential()) {
                    values.add(reference.value().get());
                }
            }
            return Collections.unmodifiableList(values);
        }

        /** Whether a reference has no value. */
        boolean isPending() {
            for (ResolvedReference reference : references) {
                if (reference.value().isEmpty()) {
                    return true;
                }
            }
            return false;
        }

        /** Whether a value comes from an environment variable or a file. */
        boolean confidential() {
            for (ResolvedReference reference : references) {
                if (reference.isConfidential()) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String toString() {
            return "resolution, missing " + missing();
        }
    }

    /**
     * A reference and its value. Its {@code toString} shows no value.
     *
     * @param name its name
     * @param value its value; empty if nothing has this name
     * @param refusal why the file exists but is not read; empty if it is read or does not exist
     * @param doubt why only a credential field accepts it; empty if any field does, or if the build allows it
     */
    record ResolvedReference(
            ReferenceName name, Optional<String> value, Optional<Refusal> refusal, Optional<Doubt> doubt) {

        /** Why a reference is refused where no credential is expected. */
        enum Doubt {
            /** Its name suggests a credential. */
            CREDENTIAL,
            /** It refers to a file outside the descriptor's folder. */
            OUTSIDE
        }

        /**
         * Why a file is not read.
         *
         * @param problem what is wrong, such as "is a folder"
         * @param remedy what to do
         * @param everywhere whether the file is unusable on every machine, so that an offline check refuses it. False if
         *     another machine may be able to read it: a permission, a link's target or the writer of a pipe may differ there
         */
        record Refusal(String problem, String remedy, boolean everywhere) {}

        /** Whether it has a value, from an environment variable or a file. */
        boolean isConfidential() {
            return value.isPresent() && name.isConfidential();
        }

        /** Whether Java could not decode the value. This never applies to files: a file that is not UTF-8 is refused earlier. */
        boolean isUndecodable() {
            return !name.isFile() && value.isPresent() && GivenText.isUnreadable(value.get());
        }

        @Override
        public String toString() {
            return "reference " + name;
        }
    }
}
