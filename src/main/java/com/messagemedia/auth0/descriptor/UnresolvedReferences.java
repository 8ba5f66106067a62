package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.ReferenceResolver.ResolvedReference.Refusal;
import com.messagemedia.auth0.descriptor.Validation.UnresolvedReference;
import com.messagemedia.auth0.model.NameList;
import com.messagemedia.auth0.model.Origin;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import com.messagemedia.auth0.yaml.SourceText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The references of a document that have no value. */
record UnresolvedReferences(EffectiveDocument document) {

    private static final String SERVER = "server ";
    private static final Pattern CAPITALS = Pattern.compile("[A-Z][A-Z0-9_]*");

    /** A field and the names of its references that have no value. */
    private record Missing(Field field, List<String> names) {}

    private List<Missing> missing() {
        List<Missing> missing = new ArrayList<>();
        for (Field field : document.root().all()) {
            List<String> names = document.scalars().missing(field.value());
            if (!names.isEmpty()) {
                missing.add(new Missing(field, names));
            }
        }
        for (String section : List.of("tenant", "messageMedia")) {
            Optional<Field> server = document.field(section, "server");
            if (server.isPresent() && !document.logins().containsKey(section)) {
                missing.addAll(server(server.get()));
            }
        }
        return missing;
    }

    private List<Missing> server(Field field) {
        Optional<String> id = document.text(field);
        return id.isPresent() && !document.isConfidential(field.value())
                ? List.of(new Missing(field, List.of(SERVER + id.get())))
                : List.of();
    }

    /** Returns the missing values, for a check that does not need them; excludes files that exist but that no machine can use. */
    List<UnresolvedReference> list(SourceText source) {
        List<UnresolvedReference> list = new ArrayList<>();
        for (Missing missing : missing()) {
            for (String name : missing.names()) {
                if (!isUnusable(missing.field(), name)) {
                    list.add(reference(name, missing.field(), source));
                }
            }
        }
        return Collections.unmodifiableList(list);
    }

    private static UnresolvedReference reference(String name, Field field, SourceText source) {
        Origin origin = source.origin(field.valuePlace());
        return new UnresolvedReference(name, origin, origin.lineFor(source.fileName()));
    }

    /** Reports the missing references as errors. */
    void refuse(Findings findings) {
        for (Missing missing : missing()) {
            Optional<String> refused = missing.names().stream()
                    .filter(name -> refusal(missing.field(), name).isPresent())
                    .findFirst();
            // "Missing" would be wrong for a file that exists but is unreadable.
            refuse(missing.field(), refused.map(List::of).orElse(missing.names()), findings);
        }
    }

    /** Reports references to files that exist but that no machine can use, as errors. */
    void refuseUnusable(Findings findings) {
        for (Missing missing : missing()) {
            for (String name : missing.names()) {
                if (isUnusable(missing.field(), name)) {
                    refuse(missing.field(), List.of(name), findings);
                    break;
                }
            }
        }
    }

    private Optional<Refusal> refusal(Field field, String name) {
        return document.scalars().refusal(field.value(), name);
    }

    private boolean isUnusable(Field field, String name) {
        Optional<Refusal> refusal = refusal(field, name);
        return refusal.isPresent() && refusal.get().everywhere();
    }

    private void refuse(Field field, List<String> names, Findings findings) {
        String name = names.get(0);
        Optional<Refusal> refusal = refusal(field, name);
        findings.error(
                field.valuePlace(),
                field.name(),
                problem(names, refusal),
                refusal.map(Refusal::remedy).orElseGet(() -> remedy(name)));
    }

    private static String problem(List<String> names, Optional<Refusal> refusal) {
        String name = names.get(0);
        if (name.startsWith(SERVER)) {
            return "names the " + name + ", which settings.xml does not have";
        }
        if (names.size() > 1) {
            return "refers to " + names.size() + " values that do not exist: " + NameList.of(names);
        }
        if (name.startsWith("file:")) {
            String why = refusal.map(Refusal::problem).orElse("does not exist");
            return "refers to the file " + name.substring(5) + ", which " + why;
        }
        return "refers to ${" + name + "}, which is not set";
    }

    private static String remedy(String name) {
        if (name.startsWith(SERVER)) {
            return "Add a <server> with <id>" + name.substring(SERVER.length())
                    + "</id>, <username> and <password> to settings.xml.";
        }
        if (name.startsWith("env.")) {
            return "Set the environment variable " + name.substring(4) + " where Maven runs.";
        }
        if (name.startsWith("file:")) {
            return "Create it, or correct the path; a relative one starts at the descriptor's folder.";
        }
        if (CAPITALS.matcher(name).matches()) {
            return "If you mean the environment variable, write ${env." + name + "}.";
        }
        return "Define it with -D" + name + "=..., in a profile of settings.xml or in the POM; $${ is a literal ${.";
    }
}
