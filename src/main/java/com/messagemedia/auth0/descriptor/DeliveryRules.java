package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.ReferenceRules.ReferenceUse;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.redaction.SecretPaths;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a way of delivery knows of a descriptor. Reading one is general; which options a section stands for, and which of its values
 * cannot send, only the way of delivery can say.
 */
public interface DeliveryRules {

    /** Finds what is wrong in the document of one environment, and what is legal but looks wrong, besides what a schema can say. */
    void check(EffectiveDocument document, Findings findings);

    /** The options that sections of the document stand for, each with its place; none where these sections are left out. */
    List<ImpliedOption> implied(EffectiveDocument document);

    /** The paths of the implied options, whether or not the sections have faults. */
    Set<FieldPath> impliedPaths(EffectiveDocument document);

    /** Which references the keys that only this delivery knows take, each by its path, such as {@code options.syntax}. */
    Map<String, ReferenceUse> references();

    /** The options that hold a text which people read: it may hold joiners, and blanks of other widths. */
    Set<FieldPath> prose();

    /** Where the options of the connection hold secrets. */
    SecretPaths secrets();

    /** Keys that Auth0 stores and never reads, each with the key that was meant. */
    Map<String, String> typos();

    /**
     * An option that a section stands for.
     *
     * @param path where it stands in the options of the connection
     * @param value its value
     * @param because the field that says so
     * @param sources what that field refers to, as the file writes it
     * @param confidential whether the value came from the environment, a file or a server
     */
    record ImpliedOption(FieldPath path, Value value, Field because, List<String> sources, boolean confidential) {

        public ImpliedOption {
            sources = List.copyOf(sources);
        }
    }
}
