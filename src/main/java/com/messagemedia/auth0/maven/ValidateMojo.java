package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.descriptor.Validation;
import com.messagemedia.auth0.report.ValidationReport;
import com.messagemedia.auth0.sync.DescriptorSource;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
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

    /** Takes what Maven injects. */
    @Inject
    public ValidateMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(decrypter, repositories);
    }

    @Override
    void execute(Path descriptor) {
        DescriptorSource file = new DescriptorSource(descriptor, references(descriptor));
        Validation validation = file.validate(environment());
        ValidationReport report = new ValidationReport(validation);
        warn(report.warnings());
        validation.requireNoErrors(descriptor.getFileName().toString());
        info(report.summary());
    }
}
