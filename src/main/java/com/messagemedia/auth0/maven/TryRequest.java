package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.descriptor.ReferenceLookup.ServerCredentials;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.GivenText;
import com.messagemedia.auth0.model.NameList;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.report.TrialReport;
import com.messagemedia.auth0.sms.PastedNumber;
import com.messagemedia.auth0.sms.Recipient;
import com.messagemedia.auth0.sms.Sender;
import com.messagemedia.auth0.testmessage.TestMessage;
import java.util.List;
import java.util.Optional;

/**
 * The message that the user wants to try: who gets it, and the application that asks for it.
 *
 * @param tenant the tenant that sends it
 * @param number the number that gets it, in international form
 * @param login the application's client id and secret in settings.xml
 * @param client the application's client id; empty if the message goes without Auth0
 */
record TryRequest(OpenTenant tenant, String number, Optional<ServerCredentials> login, String client) {

    /**
     * Checks the number that gets the message.
     *
     * @throws Fault when the number is missing or wrong
     */
    static String number(Optional<String> to) {
        String found =
                to.map(text -> PastedNumber.international(text).orElse(text)).orElse("");
        if (!Sender.isInternational(found)) {
            throw new Fault(
                    found.isEmpty()
                            ? "messagemedia.to is missing: the goal needs the number that gets the message."
                            : "messagemedia.to is \"" + found + "\", which is not a number in international form.",
                    "Write + and 8 to 15 digits, such as -Dmessagemedia.to=+61491570006.",
                    Outcome.REFUSED);
        }
        Recipient.flaw(found).ifPresent(flaw -> {
            throw new Fault(
                    "messagemedia.to is \"" + found + "\", " + flaw.problem() + ".", flaw.remedy(), Outcome.REFUSED);
        });
        return found;
    }

    /** A message that is sent without Auth0, so without a sign-in. */
    static TryRequest direct(OpenTenant tenant, String number, Optional<String> server) {
        return new TryRequest(tenant, number, server.map(id -> login(tenant, id)), "");
    }

    /**
     * A message that Auth0 sends for a sign-in.
     *
     * @param clientId the application that the user names
     * @param server the server of settings.xml that the user names
     * @throws Fault when there is no such server, or nobody names one application
     */
    static TryRequest toAuth0(OpenTenant tenant, String number, Optional<String> clientId, Optional<String> server) {
        Optional<ServerCredentials> login = server.map(id -> login(tenant, id));
        List<String> enabled = tenant.descriptor().enabledClients();
        String client = clientId.map(id -> new GivenText("messagemedia.clientId", id).credential())
                .or(() -> login.map(ServerCredentials::username))
                .or(() -> enabled.size() == 1 ? Optional.of(enabled.get(0)) : Optional.empty())
                .orElseThrow(() -> noApplication(enabled));
        return new TryRequest(tenant, number, login, client);
    }

    private static ServerCredentials login(OpenTenant tenant, String server) {
        ServerCredentials login = tenant.selection()
                .references(tenant.file())
                .server(server)
                .orElseThrow(() -> new Fault(
                        "settings.xml has no server \"" + server + "\".",
                        "Add it with the application's client id as username and its client secret as password.",
                        Outcome.REFUSED));
        tenant.output().redact(login.password());
        ServerCredentials clean = login.cleaned(server);
        tenant.output().redact(clean.password());
        return clean;
    }

    private static Fault noApplication(List<String> enabled) {
        return new Fault(
                enabled.isEmpty()
                        ? "The goal needs an application that a user can sign in to."
                        : "The descriptor enables several applications: " + NameList.of(enabled) + ".",
                "Name an application that may use the connection and has the grant \"Passwordless OTP\": with"
                        + " -Dmessagemedia.clientId=ID, or with -Dmessagemedia.clientServer=ID if it has a client"
                        + " secret.",
                Outcome.REFUSED);
    }

    /** Sends the message. */
    TestMessage message() {
        return new TestMessage(tenant.descriptor(), tenant.address(), tenant.http());
    }

    /** A sentence that tells the user where to look for the message. */
    String whereToLook() {
        boolean sandbox = tenant.descriptor().tenant().isSandbox();
        return TrialReport.whereToLook(tenant.address(), sandbox);
    }

    /** The application's secret; empty if it has none. */
    Optional<Secret> secret() {
        return login.map(ServerCredentials::password);
    }

    /**
     * Asks the user whether to send the message; does not ask for a tenant on loopback.
     *
     * @param way who sends the message
     * @throws Fault when nobody confirms
     */
    void requireConfirmation(String way) {
        String question = "Send a message to " + number + " through " + way + "? It is charged.";
        if (!tenant.address().isLoopback()
                && !Terminal.confirms(tenant.goal().build().session(), question)) {
            throw new Fault(
                    "Nobody confirmed the message to " + number + ". Nothing was sent.",
                    "Answer yes, or add -Dmessagemedia.confirm=true.",
                    Outcome.REFUSED);
        }
    }
}
