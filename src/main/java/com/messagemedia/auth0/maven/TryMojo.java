package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.gateway.GatewayAnswers;
import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.messagemedia.GatewayClient.GatewayAnswer;
import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.report.TrialReport;
import com.messagemedia.auth0.testmessage.TestMessage;
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
 * directly through the gateway, without Auth0. The message is charged. Needs the scopes {@code read:connections} and
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
     * Calls the gateway directly, with the same signed token as Auth0, to find out which side fails. Example:
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

    /** Is called by Maven. */
    @Inject
    public TryMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(decrypter, repositories);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        tenant().run(tenant -> {
            TryRequest request = request(tenant);
            PreparedChange planned = tenant.planner().planReadOnly();
            tenant.know(planned);
            tenant.output().warn(TrialReport.warnings(planned.plan()));
            if (!confirm) {
                request.requireConfirmation(
                        direct ? "the gateway" : tenant.address().toString());
            }
            tell(tenant, direct ? throughGateway(request, planned) : throughAuth0(request, planned));
        });
    }

    private TryRequest request(OpenTenant tenant) {
        String number = TryRequest.number(Optional.ofNullable(to));
        Optional<String> server = ParameterText.nonBlank(clientServer);
        return direct
                ? TryRequest.toGateway(tenant, number, server)
                : TryRequest.toAuth0(tenant, number, ParameterText.nonBlank(clientId), server);
    }

    private static List<String> throughGateway(TryRequest request, PreparedChange planned) {
        OpenTenant tenant = request.tenant();
        GatewayAnswer answer = trial(tenant).throughGateway(planned.live(), request.number());
        GatewayAnswers.fault(answer).ifPresent(fault -> {
            throw fault;
        });
        return GatewayAnswers.gatewayAnswered(answer.status(), request.number(), whereToLook(tenant));
    }

    private static List<String> throughAuth0(TryRequest request, PreparedChange planned) {
        OpenTenant tenant = request.tenant();
        Connection live = planned.live();
        // No lambda takes the refusal as a parameter: Maven reads each goal's methods and would load its class.
        TrialReport.fault(
                        trial(tenant).throughAuth0(request.client(), request.secret(), live.name(), request.number()),
                        text -> planned.redactor(tenant.descriptor())
                                .scrub(tenant.output().redactor().scrub(text)),
                        GatewayAnswers::remedy)
                .ifPresent(fault -> {
                    throw fault;
                });
        if (Deliveries.of(tenant.descriptor()).equals(Deliveries.PHONE)) {
            return TrialReport.takenByPhoneProvider(request.number(), whereToLook(tenant));
        }
        return TrialReport.taken(
                request.number(), OptionPaths.usesGateway(live.options().orElse(Options.EMPTY)), whereToLook(tenant));
    }

    private static TestMessage trial(OpenTenant tenant) {
        return new TestMessage(tenant.descriptor(), tenant.address(), tenant.http());
    }

    private static String whereToLook(OpenTenant tenant) {
        boolean sandbox = tenant.descriptor().tenant().address().isEmpty();
        return TrialReport.whereToLook(tenant.address(), sandbox);
    }

    private static void tell(OpenTenant tenant, List<String> lines) {
        tenant.output().info(lines);
        new TenantAccess.InboxLog(tenant.output()::info).of(tenant.access());
        tenant.output().info(List.of(tenant.goal().closing(Outcome.SENT)));
        tenant.report().ended(Outcome.SENT, lines.get(0));
    }
}
