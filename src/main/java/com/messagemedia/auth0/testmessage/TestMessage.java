package com.messagemedia.auth0.testmessage;

import com.messagemedia.auth0.auth0.PasswordlessClient;
import com.messagemedia.auth0.auth0.PasswordlessClient.PasswordlessRefusal;
import com.messagemedia.auth0.auth0.PasswordlessClient.PasswordlessStart;
import com.messagemedia.auth0.delivery.TenantClient;
import com.messagemedia.auth0.delivery.gateway.GatewayHosts;
import com.messagemedia.auth0.delivery.gateway.GatewayToken;
import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.messagemedia.GatewayClient;
import com.messagemedia.auth0.messagemedia.GatewayClient.GatewayAnswer;
import com.messagemedia.auth0.messagemedia.GatewayClient.GatewayMessage;
import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.sms.CodeTemplate;
import java.net.URI;
import java.util.Optional;

/**
 * Sends one real message, through Auth0 or directly through the gateway.
 *
 * @param descriptor names the allowed gateway host besides MessageMedia's
 * @param address the tenant's address
 * @param http the settings for requests
 */
public record TestMessage(Descriptor descriptor, TenantAddress address, HttpSettings http) {

    /**
     * Asks Auth0 for a code, as a sign-in page does. Returns Auth0's refusal, or empty if Auth0 sends the code.
     *
     * @param clientId the application for the sign-in
     * @param clientSecret the application's client secret, if it has one
     * @param connection the connection's name
     * @param number the number that gets the code
     * @throws Fault if no answer comes
     */
    public Optional<PasswordlessRefusal> throughAuth0(
            String clientId, Optional<Secret> clientSecret, String connection, String number) {
        PasswordlessStart request = new PasswordlessStart(clientId, clientSecret, connection, number);
        try (PasswordlessClient client =
                PasswordlessClient.open(address, TenantClient.http(descriptor.tenant(), http))) {
            return client.start(request);
        }
    }

    /**
     * Calls the gateway of these options as Auth0 would, with the same token, text and sender, and zeros for the code.
     * Returns the gateway's answer.
     *
     * @throws Fault if the options name no gateway, if its host may not receive the credentials, or if no answer comes
     */
    public GatewayAnswer throughGateway(Connection live, String number) {
        Options options = live.options().orElse(Options.EMPTY);
        URI gateway = gateway(options);
        Secret token = GatewayToken.sign(options);
        String text = CodeTemplate.render(
                OptionPaths.text(options, OptionPaths.TEMPLATE).orElse(CodeTemplate.USUAL),
                "0".repeat(CodeTemplate.length(options.get(OptionPaths.TOTP_LENGTH))));
        boolean published = OptionPaths.text(options, OptionPaths.GATEWAY_URL)
                .flatMap(GatewayHosts::host)
                .filter(GatewayHosts::isKnown)
                .isPresent();
        try (GatewayClient client = GatewayClient.open(gateway, published, http)) {
            return client.send(token, new GatewayMessage(number, text, OptionPaths.text(options, OptionPaths.FROM)));
        }
    }

    private URI gateway(Options options) {
        String url = OptionPaths.text(options, OptionPaths.GATEWAY_URL).orElse("");
        Optional<String> host = GatewayHosts.host(url);
        if (!OptionPaths.usesGateway(options) || host.isEmpty()) {
            throw new Fault(
                    "The connection does not send through an SMS gateway, so there is none to call.",
                    "Apply a descriptor with a messageMedia section, or leave messagemedia.direct out.",
                    Outcome.REFUSED);
        }
        if (address.isLoopback() && GatewayHosts.isKnown(host.get())) {
            // A rehearsal sends nothing to other machines: the sandbox has its own gateway.
            return address.url().resolve(URI.create(url).getRawPath());
        }
        if (address.isLoopback() && !GatewayHosts.isLoopback(host.get())) {
            throw new Fault(
                    "The tenant is on this machine, and its gateway " + host.get()
                            + " is not: a rehearsal sends nothing there.",
                    "Set messageMedia.gatewayUrl to a gateway on this machine, or try with the tenant that is meant.",
                    Outcome.REFUSED);
        }
        boolean allowed = GatewayHosts.isKnown(host.get())
                || GatewayHosts.isLoopback(host.get())
                || descriptor.allowGateway().equals(host);
        if (!allowed || !GatewayHosts.isSecure(url)) {
            throw new Fault(
                    "The message would carry the API key and secret to " + host.get()
                            + ", which is no MessageMedia host, or not by https. Nothing was sent.",
                    "If that gateway is meant, write \"allowGateway: " + host.get()
                            + "\" under messageMedia, and an https address.",
                    Outcome.REFUSED);
        }
        return URI.create(url);
    }
}
