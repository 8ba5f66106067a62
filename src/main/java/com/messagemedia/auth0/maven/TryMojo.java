package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.maven.TenantWork.Planned;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.report.TrialReport;
import com.messagemedia.auth0.testmessage.MessageWatch;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Sends a real code to a phone, as the Try button of Auth0's dashboard does: through {@code /passwordless/start}, or
 * directly through the gateway or MessageMedia's API, without Auth0. The message is charged. Needs the scopes {@code read:connections} and
 * {@code read:connections_options}.
 *
 * @since 1.0.0
 */
@Mojo(name = "try", requiresProject = false, threadSafe = true)
public final class TryMojo extends AbstractTenantMojo {

    /**
     * The number that gets the message, in international form. Example: {@code -Dmessagemedia.to=+61491570006}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.to")
    private String to;

    /**
     * Confirms that the goal may send a message. In interactive mode the goal asks instead. A tenant on loopback needs no
     * confirmation.
     * Example: {@code -Dmessagemedia.confirm=true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.confirm", defaultValue = "false")
    private boolean confirm;

    /**
     * Sends the message without Auth0, to find out which side fails: calls the gateway with the same signed token as Auth0,
     * or, with {@code delivery: phoneProvider}, MessageMedia's API as the Action does. Example:
     * {@code -Dmessagemedia.direct=true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.direct", defaultValue = "false")
    private boolean direct;

    /**
     * The application that a user would sign in to; by default the only one that the descriptor enables. It needs the grant
     * "Passwordless OTP". Example: {@code -Dmessagemedia.clientId=AcmeWebClient}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.clientId")
    private String clientId;

    /**
     * The server of settings.xml with that application's client id and client secret, where it has a secret. Example:
     * {@code -Dmessagemedia.clientServer=acme-web}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.clientServer")
    private String clientServer;

    private MessageWatch watch = MessageWatch.USUAL;

    /** Is called by Maven. */
    @Inject
    public TryMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(decrypter, repositories);
    }

    /** Follows a message that is sent without Auth0 in another way than usual. */
    void following(MessageWatch other) {
        watch = other;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        tenant().run(tenant -> {
            TryRequest request = request(tenant);
            Trial trial = Trial.of(tenant.descriptor(), watch);
            PreparedChange planned = tenant.planner().planReadOnly();
            tenant.know(planned);
            tenant.output()
                    .warn(TrialReport.warnings(
                            planned.plan(), direct ? trial.difference() : TrialReport.CURRENT_OPTIONS));
            if (!confirm) {
                request.requireConfirmation(
                        direct ? trial.sender() : tenant.address().toString());
            }
            tell(tenant, direct ? trial.direct(request, planned) : throughAuth0(trial, request, planned));
            return Planned.done();
        });
    }

    private TryRequest request(OpenTenant tenant) {
        String number = TryRequest.number(Optional.ofNullable(to));
        Optional<String> server = ParameterText.nonBlank(clientServer);
        return direct
                ? TryRequest.direct(tenant, number, server)
                : TryRequest.toAuth0(tenant, number, ParameterText.nonBlank(clientId), server);
    }

    private static List<String> throughAuth0(Trial trial, TryRequest request, PreparedChange planned) {
        OpenTenant tenant = request.tenant();
        // No lambda takes the refusal as a parameter: Maven reads each goal's methods and would load its class.
        TrialReport.fault(
                        request.message()
                                .throughAuth0(
                                        request.client(),
                                        request.secret(),
                                        planned.live().name(),
                                        request.number()),
                        text -> planned.redactor(tenant.descriptor())
                                .scrub(tenant.output().redactor().scrub(text)),
                        trial::remedy)
                .ifPresent(fault -> {
                    throw fault;
                });
        return trial.taken(request, planned);
    }

    private static void tell(OpenTenant tenant, List<String> lines) {
        tenant.sayWhereToLook();
        tenant.output().info(lines);
        new TenantAccess.InboxLog(tenant.output()::info).of(tenant.access());
        tenant.output().info(List.of(tenant.goal().closing(Outcome.SENT)));
        tenant.report().ended(Outcome.SENT, lines.get(0));
    }
}
