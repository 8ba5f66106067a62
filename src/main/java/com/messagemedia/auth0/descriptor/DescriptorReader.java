package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.FileText.Parsed;
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
import com.messagemedia.auth0.yaml.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code messagemedia-auth0.yaml}, and the file of environments that it names. It reports all faults at once, and no report contains a secret. */
public final class DescriptorReader {

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
     * Reads a text as if it were this file's content. It does not open the file itself.
     *
     * @throws DescriptorException with everything that is wrong; a reference to nothing is an error
     */
    public Descriptor readText(Path file, String text) {
        return read(file, document(file, text), Optional.empty());
    }

    /**
     * Reads the descriptor for several environments, in the order of the file. It reads each file once.
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
        List<Descriptor> descriptors = new ArrayList<>();
        for (EffectiveDocument found : chosen) {
            boolean guarded = environments.isProtected(found.environment());
            descriptors.add(new DescriptorAssembly(found, findings, file, guarded, rollout).descriptor());
        }
        return Collections.unmodifiableList(descriptors);
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
        Parsed descriptor = parsed(file, new DescriptorFile(file).text());
        new Portability(descriptor.findings()).check(descriptor.document());
        descriptor.findings().throwErrors();
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
        return new Validation(
                findings.all(),
                sorted(unresolved, findings.source()),
                environments.names(),
                targets(documents),
                keys.ignored(documents, findings.source()));
    }

    private static List<UnresolvedReference> sorted(Set<UnresolvedReference> references, SourceText source) {
        List<UnresolvedReference> sorted = new ArrayList<>(references);
        if (sorted.size() > 1) {
            sorted.sort(Comparator.<UnresolvedReference>comparingInt(
                            reference -> source.place(reference.origin()).line())
                    .thenComparingInt(reference -> reference.origin().column()));
        }
        return Collections.unmodifiableList(sorted);
    }

    private static List<Target> targets(List<EffectiveDocument> documents) {
        List<Target> targets = new ArrayList<>();
        for (EffectiveDocument document : documents) {
            targets.add(target(document));
        }
        return Collections.unmodifiableList(targets);
    }

    private static Target target(EffectiveDocument document) {
        return new Target(
                document.environment(),
                shown(document, "tenant", "domain"),
                shown(document, "connection").orElse(DescriptorAssembly.DEFAULT_CONNECTION));
    }

    private static Optional<String> shown(EffectiveDocument document, String... path) {
        Optional<Field> found = document.field(path);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Field field = found.get();
        return document.isConfidential(field.value()) ? document.scalars().written(field.value()) : field.text();
    }

    private Document document(Path file) {
        return document(file, new DescriptorFile(file).text());
    }

    private Document document(Path file, String text) {
        Parsed whole = joined(file, parsed(file, text));
        Environments environments = new Environments(whole.document(), new ReferenceResolver(lookup), deliveries);
        environments.refuseSize(whole.findings());
        return new Document(whole.document(), whole.findings(), environments);
    }

    private Parsed joined(Path file, Parsed descriptor) {
        try {
            return new FileOfEnvironments(file, deliveries).joined(descriptor);
        } catch (DescriptorException fault) {
            // Without the environments only a part can be checked, and that part has its faults told with this one.
            checkShape(descriptor, new SecretFields(deliveries.secrets()));
            Set<Diagnostic> all = new LinkedHashSet<>(descriptor.findings().all());
            all.addAll(fault.diagnostics());
            throw new DescriptorException(descriptor.findings().source().fileName(), List.copyOf(all));
        }
    }

    /** Parses the descriptor itself, without the environments of another file. */
    private Parsed parsed(Path file, String text) {
        return new FileText(FileKind.DESCRIPTOR, new DescriptorFile(file).name(), text).parse(deliveries);
    }

    /** A file's content, the faults found so far, and its environments. */
    private record Document(Field root, Findings findings, Environments environments) {}

    private static void checkShape(Parsed parsed, SecretFields secrets) {
        new Yaml11Pitfalls(parsed.findings(), secrets).check(parsed.document());
        checkSchema(parsed.document(), secrets, parsed.findings());
    }

    private static void checkSchema(Field root, SecretFields secrets, Findings findings) {
        new SchemaFaults(root, root.valuePlace(), ReferenceSubstitution::isIn, secrets).report(findings);
    }

    /** Checks everything that depends on neither environments nor references. */
    private static void checkWhole(Document document) {
        SecretFields secrets =
                new SecretFields(document.environments().deliveries().secrets());
        new Yaml11Pitfalls(document.findings(), secrets).check(document.root());
        new EnvironmentNames(document.environments()).refuse(document.findings());
        if (document.environments().areThere()) {
            checkSchema(document.root(), secrets, document.findings());
        }
        new RolloutRules(document.environments(), document.findings()).check();
    }

    /** Reads the descriptor's text from disk: UTF-8, with or without a byte order mark, of limited size. */
    public record DescriptorFile(Path path) {

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
