package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.SecretMask.At;
import com.messagemedia.auth0.store.InputFile.SizeLimit;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import com.messagemedia.auth0.yaml.HiddenCharacterRules;
import com.messagemedia.auth0.yaml.SourceText;
import com.messagemedia.auth0.yaml.YamlDocument;
import com.messagemedia.auth0.yaml.YamlNormalizer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The text of one file of a descriptor.
 *
 * @param kind what the file is
 * @param name its name in messages
 * @param text its text
 */
record FileText(FileKind kind, String name, String text) {

    /** The option that holds a label for people, with every way of delivery. */
    private static final List<String> LABEL = List.of("options", "name");

    /**
     * A file as nodes.
     *
     * @param root its object
     * @param findings what is wrong with it so far; they mask the file's secrets
     */
    record Parsed(MappingNode root, Findings findings) {

        /** The root as a field without a path. */
        Field document() {
            return Field.document(root);
        }
    }

    /**
     * Parses the file.
     *
     * @throws com.messagemedia.auth0.model.DescriptorException if the rest of the file cannot be checked
     */
    Parsed parse(DeliveryChoices deliveries) {
        List<String> lines = SourceText.split(text);
        SecretFields secrets = new SecretFields(deliveries.secrets());
        Node composed = compose(lines, secrets);
        // The mask needs the nodes as the file has them, and those here are about to be cleaned.
        Findings findings =
                findings(lines, () -> SecretMask.of(lines, new At(kind.path(), compose(lines, secrets)), secrets));
        Parsed parsed = new Parsed(YamlNormalizer.clean(composed, findings, kind.expected()), findings);
        refuseForeign(parsed);
        Field below = new Field(kind.path(), Optional.empty(), parsed.root());
        HiddenCharacterRules.checkDocument(text, below, field -> isProse(field, deliveries), findings);
        return parsed;
    }

    private Node compose(List<String> lines, SecretFields secrets) {
        Findings blind = findings(lines, () -> SecretMask.blind(lines, secrets));
        return YamlDocument.compose(text, blind, SizeLimit.SOURCE.bytes(), kind.expected());
    }

    private Findings findings(List<String> lines, Supplier<List<String>> mask) {
        List<String> masked = new MaskedLines(lines.size(), mask);
        return new Findings(new SourceText(name, masked, kind.isOwn(lines), CredentialShapes::mask));
    }

    private static boolean isProse(Field field, DeliveryChoices deliveries) {
        List<String> path = SecretFields.withoutEnvironment(field.path());
        return path.equals(LABEL) || deliveries.isProse(path);
    }

    /** Refuses another program's file as a whole. A message about a single fault would reveal one of its keys or values. */
    private void refuseForeign(Parsed parsed) {
        if (!parsed.findings().source().shown()) {
            parsed.findings()
                    .error(
                            parsed.document().valuePlace(),
                            "",
                            kind.foreign().problem(),
                            kind.foreign().remedy());
            parsed.findings().throwErrors();
        }
    }
}
