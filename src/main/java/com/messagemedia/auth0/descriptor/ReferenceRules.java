package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.connection.GivenText;
import com.messagemedia.auth0.connection.ReferenceName;
import com.messagemedia.auth0.connection.ResolvedReference;
import com.messagemedia.auth0.connection.ResolvedReference.Doubt;
import java.util.List;
import java.util.Optional;

/**
 * Where a reference belongs. Whoever can change a descriptor could else send any variable or file of the build to Auth0, or
 * bring it into a log. None of this needs the value: a descriptor is refused offline.
 */
record ReferenceRules(EffectiveDocument document, Findings findings) {

    private static final String ALLOW = "-Dmessagemedia.allowedReferences=";

    void check() {
        for (Field field : document.root().all()) {
            List<ResolvedReference> references = document.scalars().references(field.value());
            if (!references.isEmpty()) {
                use(field, references);
                references.forEach(reference -> doubt(field, reference));
                references.stream()
                        .filter(ResolvedReference::isUndecodable)
                        .forEach(reference -> undecodable(field, reference.name()));
            }
        }
    }

    private void use(Field field, List<ResolvedReference> references) {
        ReferenceUse use = ReferencePlaces.of(field.path());
        Optional<ReferenceName> confidential = references.stream()
                .map(ResolvedReference::name)
                .filter(ReferenceName::isConfidential)
                .findFirst();
        if (use == ReferenceUse.NONE) {
            error(
                    field,
                    "refers to " + references.get(0).name() + ", and a review must see this value itself",
                    "Write the value itself; where it differs, write it under environments.");
        } else if (use == ReferenceUse.PROPERTIES && confidential.isPresent()) {
            error(
                    field,
                    "refers to " + confidential.get() + ", and logs and files show this value",
                    "Write the value itself, or refer to a property: ${name} with -Dname=... or from settings.xml.");
        } else if (use != ReferenceUse.PART
                && confidential.isPresent()
                && !document.scalars().isWhole(field.value())) {
            error(
                    field,
                    "has text around " + confidential.get() + ", and takes it as the whole value only",
                    "Put the whole value into it, and write " + confidential.get() + " alone.");
        }
    }

    private void doubt(Field field, ResolvedReference reference) {
        if (ReferencePlaces.isCredential(field.path())) {
            return;
        }
        ReferenceName name = reference.name();
        String allow = ", or allow this reference outside the descriptor: " + ALLOW + name.text();
        reference.doubt().ifPresent(doubt -> {
            if (doubt == Doubt.CREDENTIAL) {
                error(
                        field,
                        "refers to " + name + ", which is a credential by its name, and this is no place for one",
                        "Refer to another name" + allow);
            } else {
                error(
                        field,
                        "refers to the file " + name.path() + ", which is outside the descriptor's folder",
                        "Put the file beside the descriptor" + allow);
            }
        });
    }

    /** What Java could not decode it has replaced, and the text would go to Auth0 damaged. */
    private void undecodable(Field field, ReferenceName name) {
        error(
                field,
                "refers to " + name + ", whose value Java could not read in the locale of this build",
                GivenText.UTF_8 + ", or write the text into a file and refer to ${file:path}.");
    }

    private void error(Field field, String problem, String remedy) {
        findings.error(field.valuePlace(), field.name(), problem, remedy);
    }
}
