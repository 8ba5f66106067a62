package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.ReferenceRules.ReferenceUse;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.redaction.SecretPaths;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules that a way of delivery adds to a descriptor. The reader itself is general. The way of delivery knows which options
 * a section stands for, and which values cannot send a message.
 */
public interface DeliveryRules {

    /** Returns the word that a descriptor writes for this way of delivery, such as {@code gateway}. */
    String name();

    /** Reports the errors and the suspicious values that a schema cannot detect, in the document of one environment. */
    void check(EffectiveDocument document, Findings findings);

    /** Returns the options that sections of the document stand for, each with its place; none where the sections are absent. */
    List<ImpliedOption> implied(EffectiveDocument document);

    /** Returns the paths of the implied options, even where the sections have faults. */
    Set<FieldPath> impliedPaths(EffectiveDocument document);

    /** Returns which references this delivery's own keys take, by the key's path, such as {@code options.syntax}. */
    Map<String, ReferenceUse> references();

    /** Returns the fields of a descriptor whose text people read. Such a text may contain joiners, and blanks of other widths. */
    Set<FieldPath> prose();

    /** Returns the keys of a descriptor that mean something for this delivery only, each with all that is below it. */
    default Set<FieldPath> ownKeys() {
        return Set.of();
    }

    /**
     * Returns the leaves of the resources that it manages besides the connection. The first segment of each is the resource's
     * name, so no option of the connection may have it.
     */
    default Set<FieldPath> resourceLeaves() {
        return Set.of();
    }

    /** Whether a descriptor of this delivery makes sense without a connection. */
    default boolean worksWithoutConnection() {
        return false;
    }

    /** Returns what a document manages for the whole tenant, so that only one document may; empty if it is nothing. */
    default Optional<TenantClaim> claim(Field document) {
        return Optional.empty();
    }

    /** Returns where the options of the connection hold secrets. */
    SecretPaths secrets();

    /** Returns keys that Auth0 stores but never reads, each with the key that the user probably meant. */
    Map<String, String> typos();

    /**
     * Something that a tenant has once.
     *
     * @param what its name in messages, such as {@code phone provider}
     * @param remedy what to do if two environments manage it
     */
    record TenantClaim(String what, String remedy) {}

    /**
     * An option that a section stands for.
     *
     * @param path its path in the options of the connection
     * @param because the field that sets it
     * @param sources what that field refers to, as the file writes it
     * @param confidential whether the value came from the environment, a file or a server
     */
    record ImpliedOption(FieldPath path, Value value, Field because, List<String> sources, boolean confidential) {

        public ImpliedOption {
            sources = List.copyOf(sources);
        }
    }
}
