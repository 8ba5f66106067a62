package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.descriptor.Validation;
import com.messagemedia.auth0.model.Diagnostic;
import com.messagemedia.auth0.report.Remark;
import com.messagemedia.auth0.report.ValidationReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Checks the descriptor offline: its schema, what it says, its references. Opens no connection and needs no secret. Checks
 * every environment unless you choose one. Reports all faults at once, each with line and column and what to write instead.
 *
 * @since 1.0.0
 */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.VALIDATE, requiresProject = false, threadSafe = true)
public final class ValidateMojo extends AbstractDescriptorMojo {

    /**
     * Tells the pipeline the line of each fault: {@code github} prints workflow commands, {@code gitlab} writes
     * {@code target/messagemedia/gl-code-quality-report.json}, {@code none} does neither, {@code auto} detects the pipeline.
     * Example: {@code -Dmessagemedia.annotations=none}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.annotations", defaultValue = "auto")
    private String annotations;

    /**
     * A released descriptor to use instead of a file, {@code groupId:artifactId:version[:classifier]}. Maven fetches it from the
     * repositories of settings.xml or the POM, and the goal uses it byte for byte. Example:
     * {@code -Dmessagemedia.artifact=com.acme:sms-config:1.4.2}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.artifact")
    private String artifact;

    /**
     * The environment of the descriptor to work on. If the descriptor has environments, every goal that talks to Auth0 needs
     * one. The goals validate, plan, apply, verify, doctor and rollback take several in one run: {@code dev,prod-eu}, a glob such as
     * {@code prod-*}, or {@code all}. Example: {@code -Dmessagemedia.environment=prod}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.environment")
    private String environment;

    /**
     * References that the descriptor may use at any key: a variable or property whose name says that it is a credential, or a
     * file outside the descriptor's folder. You list them here and not in the descriptor, so that a change to the descriptor
     * cannot send a credential to Auth0. Example: {@code -Dmessagemedia.allowedReferences=env.PUBLIC_KEY_URL,file:/etc/sms.txt}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.allowedReferences")
    private List<String> allowedReferences;

    /**
     * Fails if the descriptor or the plan has a warning, before it writes anything. Example: {@code -Dmessagemedia.failOnWarnings=true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.failOnWarnings", defaultValue = "false")
    private boolean failOnWarnings;

    private final RepositorySystem repositories;

    /** Is called by Maven. */
    @Inject
    public ValidateMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(decrypter);
        this.repositories = repositories;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        GoalRun goal = goal();
        DescriptorSelection selection = descriptor(goal, reading());
        HeadStart ahead = HeadStart.forReading(selection.expected());
        try {
            goal.run(selection, descriptor -> validate(goal, selection, descriptor));
        } finally {
            ahead.close();
        }
    }

    private void validate(GoalRun goal, DescriptorSelection selection, Path descriptor) {
        Annotations pipeline = Annotations.of(annotations, session().getSystemProperties());
        Validation validation = selection.source(descriptor).validate(selection.environment());
        ValidationReport report = new ValidationReport(validation);
        List<String> warnings = goal.build().unlessTold(descriptor, selection.environment(), report.warnings());
        goal.output().warn(warnings);
        selection.annotate(pipeline, descriptor, remarks(validation));
        validation.requireNoErrors(String.valueOf(descriptor.getFileName()));
        selection.requireNoWarnings(validation.diagnostics().size(), "descriptor");
        goal.output().info(goal.build().unlessTold(descriptor, selection.environment(), report.summary()));
    }

    private static List<Remark> remarks(Validation validation) {
        List<Remark> remarks = new ArrayList<>();
        for (Diagnostic diagnostic : validation.diagnostics()) {
            remarks.add(Remark.of(diagnostic));
        }
        return remarks;
    }

    private DescriptorSelection.Reading reading() {
        return new DescriptorSelection.Reading(
                ParameterText.nonBlank(artifact),
                new ReleasedDescriptor(session(), repositories),
                ParameterText.nonBlank(environment),
                ParameterText.trimmed(allowedReferences),
                failOnWarnings);
    }
}
