package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.FileText.Parsed;
import com.messagemedia.auth0.descriptor.ReferenceLookup.NoReferences;
import com.messagemedia.auth0.model.DescriptorException;
import com.messagemedia.auth0.model.Diagnostic;
import com.messagemedia.auth0.model.Diagnostic.Severity;
import com.messagemedia.auth0.model.Origin;
import com.messagemedia.auth0.store.InputFile;
import com.messagemedia.auth0.store.InputFile.SizeLimit;
import com.messagemedia.auth0.store.OwnFolder;
import com.messagemedia.auth0.store.Unreadable;
import com.messagemedia.auth0.store.Unreadable.Reason;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import com.messagemedia.auth0.yaml.MovedNodes;
import com.messagemedia.auth0.yaml.SourceText;
import com.messagemedia.auth0.yaml.SourceText.Statement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The file that a descriptor names for its environments. Its lines count after the descriptor's, so every rule finds the
 * environments under the key {@code environments}, and every message names the right file.
 *
 * @param descriptor the descriptor's path
 * @param deliveries the ways of delivery
 */
record FileOfEnvironments(Path descriptor, DeliveryChoices deliveries) {

    /** The key of the file's path; only at the top of a descriptor. */
    static final String KEY = "environmentsFile";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * Returns the descriptor with the environments of the file that it names, or the descriptor itself if it names none.
     *
     * @throws DescriptorException if the file cannot be read as one of environments
     */
    Parsed joined(Parsed first) {
        Optional<Field> named = first.document().member(KEY);
        if (named.isEmpty()) {
            return first;
        }
        Parsed own = new Parsed(OverlayMerge.without(first.root(), List.of(KEY)), first.findings());
        Optional<Field> inside = first.document().member(Environments.KEY);
        if (inside.isPresent()) {
            refuseBoth(named.get(), inside.get(), first.findings());
            return own;
        }
        refuseValue(named.get(), first.findings());
        refusePlace(named.get(), first.findings());
        Parsed second = read(named.get(), first.findings());
        refuseShape(second);
        return joined(own, second);
    }

    private static void refuseBoth(Field named, Field inside, Findings findings) {
        findings.error(
                named.keyPlace(),
                KEY,
                "names a file of environments, but this file has environments of its own in line "
                        + (inside.keyPlace().line() + 1),
                "Keep one of the two: write all environments in one place.");
    }

    /** Refuses what the schema refuses, before the plugin looks for such a file; and a reference. */
    private void refuseValue(Field named, Findings findings) {
        MappingNode alone = new MappingNode(
                Tag.MAP, List.of(new NodeTuple(named.key().orElseThrow(), named.value())), FlowStyle.BLOCK);
        Findings all = findings.empty();
        new SchemaFaults(
                        Field.document(alone),
                        named.keyPlace(),
                        ReferenceSubstitution::isIn,
                        new SecretFields(deliveries.secrets()))
                .report(all);
        all.all().stream().filter(found -> found.subject().equals(KEY)).forEach(findings::add);
        if (ReferenceSubstitution.isIn(named.value())) {
            String name = new ReferenceResolver(new NoReferences())
                    .resolve(EnvironmentReference.flat(named.text().orElse("")))
                    .missing()
                    .get(0);
            findings.error(
                    named.valuePlace(),
                    KEY,
                    "refers to ${" + name + "}, but a reviewer must see this value in the file",
                    "Write the path of the file itself.");
        }
        findings.throwErrors();
    }

    private void refusePlace(Field named, Findings findings) {
        String path = named.text().orElse("");
        if (new OwnFolder(descriptor).leadsOut(path)) {
            findings.error(
                    named.valuePlace(),
                    KEY,
                    "names a file outside the descriptor's folder",
                    "Put the file beside the descriptor or in a folder below it, and write its path from there.");
        } else if (name(path).equals(String.valueOf(descriptor.getFileName()))) {
            findings.error(
                    named.valuePlace(),
                    KEY,
                    "names the descriptor itself",
                    "Name a file that holds only the environments, such as tenants.yaml.");
        }
        findings.throwErrors();
    }

    /** The file's name in messages: its path from the descriptor's folder. */
    private static String name(String path) {
        return Path.of(path).normalize().toString().replace('\\', '/');
    }

    private Parsed read(Field named, Findings findings) {
        String path = named.text().orElse("");
        String name = name(path);
        try {
            String text = new InputFile(descriptor.toAbsolutePath().resolveSibling(path), SizeLimit.SOURCE).text();
            String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
            return new FileText(FileKind.ENVIRONMENTS, name, content).parse(deliveries);
        } catch (Unreadable refusal) {
            if (refusal.reason() == Reason.TOO_LARGE) {
                throw fault(Origin.wholeFile(name), refusal.problem(), refusal.remedy());
            }
            if (refusal.reason() == Reason.NOT_UTF8) {
                throw fault(
                        new Origin(name, refusal.line(), 1),
                        "has bytes that are not UTF-8 in this line",
                        "Save the file in UTF-8.");
            }
            String shown = findings.source().mask().apply(name);
            findings.error(
                    named.valuePlace(), KEY, "names " + shown + ", which " + refusal.problem(), refusal.remedy());
            findings.throwErrors();
            throw new IllegalStateException("a file that cannot be read was refused above");
        }
    }

    private static DescriptorException fault(Origin origin, String problem, String remedy) {
        Diagnostic fault = new Diagnostic(Severity.ERROR, origin, 1, "", problem, remedy, Optional.empty());
        return new DescriptorException(origin.file(), List.of(fault));
    }

    private static void refuseShape(Parsed second) {
        List<Field> members = second.document().members();
        if (members.isEmpty()) {
            Statement empty = FileKind.ENVIRONMENTS.expected().whenEmpty();
            second.findings().whole(empty.problem(), empty.remedy());
            second.findings().throwErrors();
        } else if (members.size() == 1 && members.get(0).last().equals(Environments.KEY)) {
            second.findings()
                    .error(
                            members.get(0).keyPlace(),
                            Environments.KEY,
                            "is a key of the descriptor; this file begins with the environments themselves",
                            "Remove this line, and move the lines below it to the left.");
            second.findings().throwErrors();
        }
    }

    private static Parsed joined(Parsed first, Parsed second) {
        SourceText source = first.findings().source();
        Findings findings = new Findings(source.with(second.findings().source()));
        first.findings().all().forEach(findings::add);
        second.findings().all().forEach(findings::add);
        MappingNode moved = new MovedNodes(source.lines().size()).of(second.root());
        ScalarNode key = new ScalarNode(
                Tag.STR, true, Environments.KEY, moved.getStartMark(), moved.getStartMark(), ScalarStyle.PLAIN);
        List<NodeTuple> tuples = new ArrayList<>(first.root().getValue());
        tuples.add(new NodeTuple(key, moved));
        MappingNode root = new MappingNode(
                Tag.MAP,
                true,
                tuples,
                first.root().getStartMark(),
                first.root().getEndMark(),
                first.root().getFlowStyle());
        return new Parsed(root, findings);
    }
}
