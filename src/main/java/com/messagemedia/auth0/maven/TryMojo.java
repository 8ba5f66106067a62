package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.connection.Connection;
import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.connection.GivenText;
import com.messagemedia.auth0.connection.OptionPaths;
import com.messagemedia.auth0.connection.Options;
import com.messagemedia.auth0.connection.Outcome;
import com.messagemedia.auth0.connection.Secret;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.descriptor.ReferenceLookup.ServerCredentials;
import com.messagemedia.auth0.messagemedia.GatewayAnswer;
import com.messagemedia.auth0.report.TrialReport;
import com.messagemedia.auth0.sms.Recipient;
import com.messagemedia.auth0.sms.Sender;
import com.messagemedia.auth0.sync.ConnectionSync;
import com.messagemedia.auth0.sync.PlannedChange;
import com.messagemedia.auth0.sync.Trial;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Sends a real code to a phone, as the Try button of Auth0's dashboard does: through {@code /passwordless/start}, or past
 * Auth0 straight through the gateway. It costs a message. Needs the scopes {@code read:connections} and
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
     * Confirms that a message is to be sent. In interactive mode the goal asks instead; a tenant on loopback needs none.
     * Example: {@code -Dmessagemedia.confirm=true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.confirm", defaultValue = "false")
    private boolean confirm;

    /**
     * Calls the gateway as Auth0 would, with the same signed token, to tell which side fails. Example:
     * {@code -Dmessagemedia.direct=true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.direct", defaultValue = "false")
    private boolean direct;

    /**
     * The application that a user would sign in to; by default the one that the descriptor enables. It needs the grant
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

    /** Takes what Maven injects. */
    @Inject
    public TryMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(decrypter, repositories);
    }

    @Override
    void work(Descriptor descriptor, ConnectionSync sync) {
        String number = number();
        Optional<ServerCredentials> login = login();
        String client = direct ? "" : client(descriptor, login);
        PlannedChange planned = sync.look();
        know(planned);
        warn(TrialReport.warnings(planned.plan()));
        requireConfirmation(number);
        Trial trial = new Trial(descriptor, access().address(), http());
        Connection live = planned.live();
        if (direct) {
            throughGateway(trial, live, number);
        } else {
            Optional<Secret> secret = login.map(ServerCredentials::password);
            // No lambda takes the refusal: Maven reads each goal's methods, and would load its class.
            TrialReport.fault(
                            trial.throughAuth0(client, secret, live.name(), number),
                            text -> planned.redactor(descriptor)
                                    .scrub(redactor().scrub(text)))
                    .ifPresent(fault -> {
                        throw fault;
                    });
            ended(TrialReport.taken(
                    number, OptionPaths.usesGateway(live.options().orElse(Options.EMPTY)), whereToLook()));
        }
    }

    private void throughGateway(Trial trial, Connection live, String number) {
        GatewayAnswer answer = trial.throughGateway(live, number);
        TrialReport.fault(answer).ifPresent(fault -> {
            throw fault;
        });
        ended(TrialReport.gatewayAnswered(answer.status(), number, whereToLook()));
    }

    private void ended(List<String> lines) {
        info(lines);
        new InboxLog(this::info).of(access());
        info(List.of(outcome(Outcome.SENT)));
        run().ended(Outcome.SENT, lines.get(0));
    }

    private String whereToLook() {
        return TrialReport.whereToLook(access().address(), sandboxInUse().isPresent());
    }

    private String number() {
        String found = Optional.ofNullable(to).orElse("");
        if (!Sender.isInternational(found)) {
            throw new Fault(
                    found.isEmpty()
                            ? "messagemedia.to is missing: nobody was named to get the message."
                            : "messagemedia.to is \"" + found + "\", which is no number in international form.",
                    "Write + and 8 to 15 digits, such as -Dmessagemedia.to=+61491570006.",
                    Outcome.REFUSED);
        }
        Recipient.flaw(found).ifPresent(flaw -> {
            throw new Fault(
                    "messagemedia.to is \"" + found + "\", " + flaw.problem() + ".", flaw.remedy(), Outcome.REFUSED);
        });
        return found;
    }

    private String client(Descriptor descriptor, Optional<ServerCredentials> login) {
        return Optional.ofNullable(clientId)
                .filter(id -> !id.isBlank())
                .map(id -> new GivenText("messagemedia.clientId", id).credential())
                .or(() -> login.map(ServerCredentials::username))
                .or(() -> descriptor.enabledClients().size() == 1
                        ? Optional.of(descriptor.enabledClients().get(0))
                        : Optional.empty())
                .orElseThrow(() -> noApplication(descriptor.enabledClients()));
    }

    private static Fault noApplication(List<String> enabled) {
        return new Fault(
                enabled.isEmpty()
                        ? "No application is named that a user would sign in to."
                        : "The descriptor enables several applications: " + String.join(", ", enabled) + ".",
                "Name one that may use the connection and has the grant \"Passwordless OTP\":"
                        + " -Dmessagemedia.clientId=ID, or messagemedia.clientServer where it has a client secret.",
                Outcome.REFUSED);
    }

    private Optional<ServerCredentials> login() {
        if (clientServer == null || clientServer.isBlank()) {
            return Optional.empty();
        }
        ServerCredentials login = references(descriptorFile())
                .server(clientServer)
                .orElseThrow(() -> new Fault(
                        "settings.xml has no server \"" + clientServer + "\".",
                        "Add it with the application's client id as username and its client secret as password.",
                        Outcome.REFUSED));
        redactAlso(List.of(login.password()));
        ServerCredentials clean = login.cleaned(clientServer);
        redactAlso(List.of(clean.password()));
        return Optional.of(clean);
    }

    private void requireConfirmation(String number) {
        boolean asked = !confirm && !access().address().isLoopback();
        String way = direct ? "the gateway" : access().address().toString();
        String question = "Send a message to " + number + " through " + way + "? It is charged.";
        if (asked && !Terminal.confirms(session(), question)) {
            throw new Fault(
                    "Nobody confirmed that a message is to be sent to " + number + ". Nothing was sent.",
                    "Answer yes, or add -Dmessagemedia.confirm=true where nobody can be asked.",
                    Outcome.REFUSED);
        }
    }
}
