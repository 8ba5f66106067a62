package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.descriptor.Validation;
import com.messagemedia.auth0.report.Remark;
import com.messagemedia.auth0.report.ValidationReport;
import com.messagemedia.auth0.sync.DescriptorSource;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Checks the descriptor offline: its schema, what it says, its references. Opens no connection and needs no secret. Checks
 * every environment unless one is chosen. All faults are told at once, each with line and column and what to write instead.
 *
 * @since 1.0.0
 */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.VALIDATE, requiresProject = false, threadSafe = true)
public final class ValidateMojo extends AbstractReadingMojo {

    /**
     * Tells the pipeline the line of each fault: {@code github} prints workflow commands, {@code gitlab} writes
     * {@code target/messagemedia/gl-code-quality-report.json}, {@code none} does neither, {@code auto} sees where it runs.
     * Example: {@code -Dmessagemedia.annotations=none}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.annotations", defaultValue = "auto")
    private String annotations;

    /** Takes what Maven injects. */
    @Inject
    public ValidateMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(decrypter, repositories);
    }

    @Override
    void execute(Path descriptor) {
        Annotations kind = Annotations.of(annotations, session().getSystemProperties());
        DescriptorSource file = new DescriptorSource(descriptor, references(descriptor));
        Validation validation = file.validate(environment());
        ValidationReport report = new ValidationReport(validation);
        ToldOnce told = new ToldOnce(session().getRepositorySession().getData(), descriptor, environment());
        warn(told.unlessTold(report.warnings()));
        annotate(
                kind,
                descriptor,
                validation.diagnostics().stream().map(Remark::of).toList());
        validation.requireNoErrors(descriptor.getFileName().toString());
        requireNoWarnings(validation.diagnostics().size(), "descriptor");
        info(told.unlessTold(report.summary()));
    }
}
