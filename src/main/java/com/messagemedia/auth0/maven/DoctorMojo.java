package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.connection.Link;
import com.messagemedia.auth0.connection.Outcome;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.doctor.Doctor;
import com.messagemedia.auth0.doctor.MessageMediaAccount;
import com.messagemedia.auth0.doctor.SendingExamination;
import com.messagemedia.auth0.doctor.UnusableDescriptor;
import com.messagemedia.auth0.report.ExaminationReport;
import com.messagemedia.auth0.sync.ConnectionSync;
import com.messagemedia.auth0.sync.DescriptorSource;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Examines the chain from the descriptor to the phone, and tells each link with its remedy: tenant, token, scopes, connection,
 * provider, gateway, MessageMedia's credentials, sender, text. It sends no message and changes nothing.
 *
 * @since 1.0.0
 */
@Mojo(name = "doctor", requiresProject = false, threadSafe = true)
public final class DoctorMojo extends AbstractTenantMojo {

    /**
     * Where the MessageMedia account is: {@code au} (api.messagemedia.com), {@code eu} or {@code us}. Example:
     * {@code -Dmessagemedia.region=eu}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.region", defaultValue = "au")
    private String region;

    /** Takes what Maven injects. */
    @Inject
    public DoctorMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(decrypter, repositories);
    }

    @Override
    void work(Descriptor descriptor, ConnectionSync sync) {
        SendingExamination sending = new SendingExamination(
                access().address(), Choice.of("messagemedia.region", region, MessageMediaAccount.Region.class), http());
        List<Link> links = new Doctor(descriptor, sending).examine(sync, this::know);
        ExaminationReport report = tell(links);
        report.fault().ifPresent(fault -> {
            throw fault;
        });
        ended(Outcome.NOTHING_TO_DO, report.line());
    }

    /** The links that can be examined all the same; offline, or with a tenant that may not be asked, the descriptor alone. */
    @Override
    void unusable(DescriptorSource source) {
        String name = String.valueOf(descriptorFile().getFileName());
        tell(new UnusableDescriptor(name, source.validate(environment()))
                .links(session().isOffline() ? tenant -> false : tenant -> tenant.isTrusted(hosts()), this::http));
    }

    private ExaminationReport tell(List<Link> links) {
        ExaminationReport report = new ExaminationReport(links);
        info(report.lines());
        run().examined(links);
        return report;
    }
}
