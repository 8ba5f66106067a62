package com.messagemedia.auth0.doctor;

import com.messagemedia.auth0.connection.Link;
import com.messagemedia.auth0.connection.OptionPaths;
import com.messagemedia.auth0.connection.Options;
import com.messagemedia.auth0.connection.TenantAddress;
import com.messagemedia.auth0.http.HttpSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * The links from Auth0 to the phone: gateway, its token, MessageMedia's account, the sender, the text.
 *
 * @param tenant the tenant; one on loopback has its own gateway and MessageMedia
 * @param region where the MessageMedia account is
 * @param http how requests are made
 */
public record SendingExamination(TenantAddress tenant, MessageMediaAccount.Region region, HttpSettings http) {

    List<Link> of(Options options) {
        List<Link> links = new ArrayList<>();
        if (OptionPaths.usesGateway(options)) {
            GatewayExamination gateway = new GatewayExamination(options, tenant);
            links.add(gateway.address(http));
            links.add(gateway.token());
            links.addAll(new AccountExamination(options, gateway.host()).links(this));
        }
        links.add(TextExamination.of(options));
        return links;
    }
}
