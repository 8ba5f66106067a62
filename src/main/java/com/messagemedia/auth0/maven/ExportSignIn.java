package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.descriptor.Descriptor.TenantSection;
import com.messagemedia.auth0.descriptor.ReferenceLookup.ServerCredentials;
import com.messagemedia.auth0.export.ExportDraft.ExportTarget;
import com.messagemedia.auth0.export.ExportDraft.ExportTarget.SignIn;
import com.messagemedia.auth0.model.Credentials;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.GivenText;
import com.messagemedia.auth0.model.Origin;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.TenantAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How to sign in before there is a descriptor: by a server of settings.xml, or by what the environment holds. */
record ExportSignIn(MavenReferences references, Optional<String> server) {

    private static final String ID = "AUTH0_CLIENT_ID";
    private static final String SECRET = "AUTH0_CLIENT_SECRET";
    private static final String TOKEN = "AUTH0_TOKEN";

    /** How export signs in: by the server that the user names; otherwise by client id and secret; otherwise by a token. */
    SignIn way() {
        if (server.isPresent()) {
            return new SignIn.Server(server.get());
        }
        return !missing().isEmpty() && value(TOKEN).isPresent() ? new SignIn.Token() : new SignIn.Client();
    }

    /**
     * The tenant to read, as a descriptor would name it.
     *
     * @throws Fault when there are no credentials
     */
    TenantSection section(ExportTarget home) {
        Optional<TenantAddress> address = TenantAddress.parse(home.domain());
        return new TenantSection(
                home.domain(),
                address,
                home.audience(),
                credentials(address.isEmpty()),
                Optional.empty(),
                Origin.wholeFile("messagemedia.domain"));
    }

    /**
     * The credentials.
     *
     * @param sandbox whether the embedded sandbox is the tenant, whose credentials are published
     * @throws Fault when there are none
     */
    Credentials credentials(boolean sandbox) {
        if (sandbox) {
            return new Credentials.ClientSecret(
                    SandboxCredentials.CLIENT_ID, new Secret(SandboxCredentials.CLIENT_SECRET));
        }
        if (way() instanceof SignIn.Token) {
            return new Credentials.Token(new Secret(value(TOKEN).orElseThrow()));
        }
        return server.isPresent() ? ofServer(server.get()) : ofEnvironment();
    }

    private List<String> missing() {
        return Stream.of(ID, SECRET).filter(name -> value(name).isEmpty()).toList();
    }

    private Credentials.ClientSecret ofServer(String id) {
        ServerCredentials login = references
                .server(id)
                .orElseThrow(
                        () -> new Fault(
                                "settings.xml has no server \"" + id + "\".",
                                "Add a <server> with this id, the client id as its username and the client secret as its password."));
        ServerCredentials clean = login.cleaned(id);
        return new Credentials.ClientSecret(clean.username(), clean.password());
    }

    private Credentials.ClientSecret ofEnvironment() {
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            throw new Fault(
                    "There is no way to sign in: " + String.join(" and ", missing)
                            + (missing.size() == 1 ? " is" : " are") + " not set.",
                    "Set " + ID + " and " + SECRET + " in the environment, or " + TOKEN
                            + " to a Management API token; or name"
                            + " a <server> of settings.xml with -Dmessagemedia.server=ID.");
        }
        return new Credentials.ClientSecret(
                value(ID).orElseThrow(), new Secret(value(SECRET).orElseThrow()));
    }

    private Optional<String> value(String name) {
        return references
                .environment(name)
                .filter(text -> !text.isBlank())
                .map(text -> new GivenText(name, text).credential());
    }
}
