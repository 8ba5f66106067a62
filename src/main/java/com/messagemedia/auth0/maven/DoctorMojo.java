package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.doctor.Doctor;
import com.messagemedia.auth0.doctor.SendingExamination;
import com.messagemedia.auth0.doctor.UnusableDescriptor;
import com.messagemedia.auth0.maven.TenantWork.Planned;
import com.messagemedia.auth0.messagemedia.AskedAccounts;
import com.messagemedia.auth0.model.CheckResult;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.report.ExaminationReport;
import com.messagemedia.auth0.report.RunReport;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Examines every link from the descriptor to the phone, and says how to mend it: tenant, token, scopes, connection, provider,
 * gateway, MessageMedia's credentials, sender, text. It sends no message and changes nothing.
 *
 * @since 1.0.0
 */
@Mojo(name = "doctor", requiresProject = false, threadSafe = true)
public final class DoctorMojo extends AbstractTenantMojo {

    /**
     * Where the MessageMedia account is: {@code au} (api.messagemedia.com), {@code eu} or {@code us}; by default what the
     * descriptor says under {@code messageMedia.region}, or else {@code au}. Example:
     * {@code -Dmessagemedia.region=eu}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.region")
    private String region;

    /**
     * How many tenants the goal works at in one moment, if you choose several environments. Each tenant keeps its own rate
     * limit and its own {@code messagemedia.timeout}. Example: {@code -Dmessagemedia.parallel=4}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.parallel", defaultValue = "24")
    private int parallel;

    /** Is called by Maven. */
    @Inject
    public DoctorMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(decrypter, repositories);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        AskedAccounts asked = new AskedAccounts();
        tenant().several(parallel).whenFaulty(DoctorMojo::examine).run(tenant -> {
            SendingExamination sending = new SendingExamination(
                    tenant.address(), tenant.region(ParameterText.nonBlank(region)), tenant.http(), asked);
            List<CheckResult> links = new Doctor(tenant.descriptor(), sending).examine(tenant.planner(), tenant::know);
            ExaminationReport report = tell(tenant.goal(), tenant.report(), links);
            report.fault().ifPresent(fault -> {
                throw fault;
            });
            tenant.ended(Outcome.NOTHING_TO_DO, report.line());
            return Planned.done();
        });
    }

    /** Examines what does not need a descriptor without faults. */
    private static void examine(TenantSession.Faulty faulty) {
        List<CheckResult> links = new UnusableDescriptor(faulty.name(), faulty.validation())
                .links(faulty.options()::mayBeAsked, faulty.options()::http);
        tell(faulty.goal(), faulty.report(), links);
    }

    private static ExaminationReport tell(GoalRun goal, RunReport run, List<CheckResult> links) {
        ExaminationReport report = new ExaminationReport(links);
        goal.output().info(report.lines());
        run.examined(links);
        return report;
    }
}
