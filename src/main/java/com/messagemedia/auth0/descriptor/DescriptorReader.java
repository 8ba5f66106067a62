package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.Validation.Target;
import com.messagemedia.auth0.descriptor.Validation.UnresolvedReference;
import com.messagemedia.auth0.model.DescriptorException;
import com.messagemedia.auth0.model.Diagnostic;
import com.messagemedia.auth0.model.Diagnostic.Severity;
import com.messagemedia.auth0.model.Origin;
import com.messagemedia.auth0.store.InputFile;
import com.messagemedia.auth0.store.InputFile.SizeLimit;
import com.messagemedia.auth0.store.Unreadable;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import com.messagemedia.auth0.yaml.HiddenCharacterRules;
import com.messagemedia.auth0.yaml.SourceText;
import com.messagemedia.auth0.yaml.YamlDocument;
import com.messagemedia.auth0.yaml.YamlNormalizer;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code messagemedia-auth0.yaml}. It reports all faults at once, and no report contains a secret. */
public final class DescriptorReader {

    /** The option that holds a label for people, with every way of delivery. */
    private static final List<String> LABEL = List.of("options", "name");

    private static final Comparator<UnresolvedReference> BY_PLACE = Comparator.<UnresolvedReference>comparingInt(
                    reference -> reference.origin().line())
            .thenComparingInt(reference -> reference.origin().column());

    private final ReferenceLookup lookup;
    private final DeliveryChoices deliveries;

    /** Creates a reader for descriptors that choose one of these deliveries. It resolves references through {@code lookup}. */
    public DescriptorReader(ReferenceLookup lookup, DeliveryChoices deliveries) {
        this.lookup = lookup;
        this.deliveries = deliveries;
    }

    /**
     * Reads the descriptor for one environment, with every reference resolved.
     *
     * @param environment the chosen environment; empty where the file has none
     * @throws DescriptorException with everything that is wrong; a reference to nothing is an error
     */
    public Descriptor read(Path file, Optional<String> environment) {
        return read(file, document(file), environment);
    }

    /**
     * Reads a text as if it were this file's content. It does not open the file.
     *
     * @throws DescriptorException with everything that is wrong; a reference to nothing is an error
     */
    public Descriptor readText(Path file, String text) {
        return read(file, document(new DescriptorFile(file).name(), text), Optional.empty());
    }

    /**
     * Reads the descriptor for several environments, in the order of the file. It reads the file once.
     *
     * @throws DescriptorException with everything that is wrong in any of them; a reference to nothing is an error
     */
    public List<Descriptor> readAll(Path file, EnvironmentChoice choice) {
        return read(file, document(file), choice);
    }

    private static Descriptor read(Path file, Document document, Optional<String> environment) {
        return read(file, document, new EnvironmentChoice(environment.stream().toList()))
                .get(0);
    }

    private static List<Descriptor> read(Path file, Document document, EnvironmentChoice choice) {
        Findings findings = document.findings();
        Environments environments = document.environments();
        checkWhole(document);
        List<EffectiveDocument> chosen = environments.chosen(choice, findings);
        EnvironmentFaults faults = new EnvironmentFaults(environments, findings);
        for (EffectiveDocument found : chosen) {
            faults.checkReferences(found);
            faults.refuseMissing(found);
            faults.check(found);
        }
        new EnvironmentTargets(environments, findings).refuseSame();
        new DeliveryKeys(environments).check(findings);
        findings.throwErrors();
        Rollout rollout = new RolloutRules(environments, findings).rollout();
        return chosen.stream()
                .map(found -> new DescriptorAssembly(
                                found, findings, file, environments.isProtected(found.environment()), rollout)
                        .descriptor())
                .toList();
    }

    /**
     * Checks the descriptor as far as the file alone allows. It needs no secret, but checks the secrets that are present.
     * No content of a file makes it throw.
     *
     * @param environments the environments to check, as {@link EnvironmentChoice} reads them; all of them where empty
     */
    public Validation validate(Path file, Optional<String> environments) {
        try {
            return validation(document(file), EnvironmentChoice.of(environments));
        } catch (DescriptorException e) {
            return new Validation(e.diagnostics(), List.of(), new TreeSet<>(), List.of(), List.of());
        }
    }

    /**
     * Refuses values whose meaning depends on the place of the file. It looks up no reference.
     *
     * @throws DescriptorException with every such place
     */
    public void requirePortable(Path file) {
        Document document = document(file);
        new Portability(document.findings()).check(document.root());
        document.findings().throwErrors();
    }

    private static Validation validation(Document document, EnvironmentChoice choice) {
        Findings findings = document.findings();
        Environments environments = document.environments();
        checkWhole(document);
        List<EffectiveDocument> documents =
                choice.patterns().isEmpty() ? environments.all() : environments.chosen(choice, findings);
        Set<UnresolvedReference> unresolved = new LinkedHashSet<>();
        EnvironmentFaults faults = new EnvironmentFaults(environments, findings);
        for (EffectiveDocument effective : documents) {
            faults.checkReferences(effective);
            faults.refuseUnusable(effective);
            unresolved.addAll(new UnresolvedReferences(effective).list(findings.source()));
            faults.check(effective);
        }
        new EnvironmentTargets(environments, findings).refuseSame();
        DeliveryKeys keys = new DeliveryKeys(environments);
        keys.check(findings);
        List<Target> targets = documents.stream().map(DescriptorReader::target).toList();
        return new Validation(
                findings.all(),
                unresolved.stream().sorted(BY_PLACE).toList(),
                environments.names(),
                targets,
                keys.ignored(documents, findings.source()));
    }

    private static Target target(EffectiveDocument document) {
        return new Target(
                document.environment(),
                shown(document, "tenant", "domain"),
                shown(document, "connection").orElse(DescriptorAssembly.DEFAULT_CONNECTION));
    }

    private static Optional<String> shown(EffectiveDocument document, String... path) {
        return document.field(path)
                .flatMap(field -> document.isPublic(field)
                        ? field.text()
                        : document.scalars().written(field.value()));
    }

    private Document document(Path file) {
        DescriptorFile descriptor = new DescriptorFile(file);
        return document(descriptor.name(), descriptor.text());
    }

    private Document document(String name, String text) {
        List<String> lines = SourceText.split(text);
        SecretFields secrets = new SecretFields(deliveries.secrets());
        Findings blind = new Findings(ShownLines.of(name, lines, SecretMask.blind(lines, secrets)));
        Node composed = YamlDocument.compose(text, blind, DescriptorFile.LARGEST);
        Findings findings = new Findings(ShownLines.of(name, lines, SecretMask.of(lines, composed, secrets)));
        Field root = Field.document(YamlNormalizer.clean(composed, findings));
        refuseForeign(root, findings);
        HiddenCharacterRules.checkDocument(text, root, this::isProse, findings);
        Environments environments = new Environments(root, new ReferenceResolver(lookup), deliveries);
        environments.refuseSize(findings);
        return new Document(root, findings, environments);
    }

    private boolean isProse(Field field) {
        List<String> path = SecretFields.withoutEnvironment(field.path());
        return path.equals(LABEL) || deliveries.isProse(path);
    }

    /** Refuses another program's file as a whole. A message about a single fault would reveal one of its keys or values. */
    private static void refuseForeign(Field root, Findings findings) {
        if (!findings.source().shown()) {
            findings.error(
                    root.valuePlace(),
                    "",
                    "does not begin like a descriptor, so this message shows none of its lines",
                    "Begin the file with version: 1, or name another file with -Dmessagemedia.file=<path>.");
            findings.throwErrors();
        }
    }

    /** A file's content, the faults found so far, and its environments. */
    private record Document(Field root, Findings findings, Environments environments) {}

    /** Checks everything that depends on neither environments nor references. */
    private static void checkWhole(Document document) {
        SecretFields secrets =
                new SecretFields(document.environments().deliveries().secrets());
        new Yaml11Pitfalls(document.findings(), secrets).check(document.root());
        new EnvironmentNames(document.environments()).refuse(document.findings());
        if (document.environments().areThere()) {
            new SchemaFaults(document.root(), document.root().valuePlace(), ReferenceSubstitution::isIn, secrets)
                    .report(document.findings());
        }
        new RolloutRules(document.environments(), document.findings()).check();
    }

    /** Reads the descriptor's text from disk: UTF-8, with or without a byte order mark, of limited size. */
    public record DescriptorFile(Path path) {

        /** The largest size in bytes. The parser reads no more characters than this number. */
        public static final int LARGEST = SizeLimit.SOURCE.bytes();

        private static final String BYTE_ORDER_MARK = "\uFEFF";

        String name() {
            return String.valueOf(path.getFileName());
        }

        String text() {
            try {
                String text = new InputFile(path, SizeLimit.SOURCE).text();
                return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
            } catch (Unreadable refusal) {
                throw fault(refusal);
            }
        }

        private DescriptorException fault(Unreadable refusal) {
            return switch (refusal.reason()) {
                case ABSENT ->
                    fault(
                            refusal.problem() + ": " + path,
                            "Create it, or name another file with -Dmessagemedia.file=<path>.");
                case BROKEN_LINK, FOLDER, NOT_ORDINARY ->
                    fault(
                            refusal.problem() + ": " + path,
                            "Name the descriptor itself with -Dmessagemedia.file=<path>.");
                case TOO_LARGE ->
                    fault(refusal.problem(), "A descriptor has a few hundred lines at most: is it the right file?");
                case NOT_UTF8 ->
                    fault(
                            new Origin(name(), refusal.line(), 1),
                            "has bytes that are not UTF-8 in this line",
                            "Save the file in UTF-8.");
                default -> fault(refusal.problem() + ": " + path, refusal.remedy());
            };
        }

        private DescriptorException fault(String problem, String remedy) {
            return fault(Origin.wholeFile(name()), problem, remedy);
        }

        private DescriptorException fault(Origin origin, String problem, String remedy) {
            Diagnostic fault = new Diagnostic(Severity.ERROR, origin, 1, "", problem, remedy, Optional.empty());
            return new DescriptorException(name(), List.of(fault));
        }
    }
}
