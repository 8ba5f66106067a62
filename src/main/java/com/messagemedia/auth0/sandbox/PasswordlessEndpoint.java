package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Text;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.Endpoint.ApiRequest;
import com.messagemedia.auth0.sandbox.Endpoint.Reply;
import com.messagemedia.auth0.sandbox.GatewayEndpoint.GatewayCall;
import com.messagemedia.auth0.sandbox.PhoneSender.Notification;
import com.messagemedia.auth0.sms.CodeTemplate;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * {@code POST /passwordless/start}: sends a code as the connection's options say (Auth0 Authentication API, "Get code
 * or link").
 */
final class PasswordlessEndpoint {

    private static final String NUMBER = "^\\+[0-9]{1,15}$";
    private static final Pattern PHONE = Pattern.compile(NUMBER);
    private static final Set<String> KNOWN = Set.of(
            "client_id",
            "client_secret",
            "client_assertion",
            "client_assertion_type",
            "connection",
            "phone_number",
            "send",
            "authParams");
    /** The values that were reported to switch a connection to the tenant's phone provider. No source documents it. */
    private static final Set<Value> ON = Set.of(Value.of(true), Value.of("unified"));

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Tenant tenant;
    private final GatewayCall gateway;
    private final PhoneSender provider;

    PasswordlessEndpoint(Tenant tenant, GatewayCall gateway, PhoneSender provider) {
        this.tenant = tenant;
        this.gateway = gateway;
        this.provider = provider;
    }

    Reply start(ApiRequest request) {
        Tree body = request.json() instanceof Tree tree ? tree : Tree.EMPTY;
        body.members().keySet().stream()
                .filter(key -> !KNOWN.contains(key))
                .sorted()
                .findFirst()
                .ifPresent(key -> {
                    throw refused("bad.request", "the following properties are not allowed: " + key);
                });
        String client = required(body, "client_id", "bad.client_id");
        Tree connection = connection(required(body, "connection", "bad.connection"), client);
        String number = required(body, "phone_number", "bad.phone_number");
        if (!PHONE.matcher(number).matches()) {
            throw refused("bad.phone_number", "String does not match pattern: " + NUMBER);
        }
        if (usesProvider(tenant.state(), options(connection))) {
            provider.send(notification(client, connection, number));
        } else {
            send(options(connection), number);
        }
        return Reply.json(
                200,
                ObjectBuilder.empty()
                        .put(
                                "_id",
                                UUID.randomUUID().toString().replace("-", "").substring(0, 24))
                        .put("phone_number", number)
                        .put("phone_verified", Value.of(false))
                        .tree());
    }

    private Tree connection(String name, String client) {
        Tree connection = tenant.connections().stream()
                .filter(candidate -> ConnectionTree.name(candidate).equals(name))
                .findFirst()
                .orElseThrow(() -> refused("bad.connection", "Connection does not exist"));
        if (!Value.of("sms").equals(connection.members().get("strategy"))) {
            throw refused("bad.connection", "Invalid connection strategy. It must either be a passwordless connection");
        }
        if (!ConnectionTree.enabledClients(connection).contains(client)) {
            throw refused("bad.connection", "Connection is disabled");
        }
        return connection;
    }

    private static Options options(Tree connection) {
        return connection.members().get("options") instanceof Tree tree ? new Options(tree) : Options.EMPTY;
    }

    /** A newer tenant always sends through its phone provider, an older one where the connection says so. */
    static boolean usesProvider(TenantState state, Options options) {
        return Members.isTrue(state.settings(), "modern")
                || options.get(OptionPaths.USE_PHONE_PROVIDER)
                        .filter(ON::contains)
                        .isPresent();
    }

    private Notification notification(String client, Tree connection, String number) {
        Tree application = tenant.find(TenantPart.CLIENTS, client)
                .orElseGet(() -> ObjectBuilder.empty().put("client_id", client).tree());
        return new Notification(number, "text", "otp_verify", code(options(connection)), application, connection);
    }

    private void send(Options options, String number) {
        if (!OptionPaths.usesGateway(options)) {
            throw refused("sms_provider_error", "Authenticate (Code: 20003)");
        }
        String text = CodeTemplate.render(
                OptionPaths.text(options, OptionPaths.TEMPLATE).orElse(CodeTemplate.USUAL), code(options));
        int status = gateway.post(options, number, text);
        if (status == 401) {
            throw refused("sms_provider_error", "Authentication failed while calling the SMS gateway: 401");
        }
        if (status != 200) {
            throw refused("sms_provider_error", "Unexpected response while calling the SMS gateway: " + status);
        }
    }

    private static String code(Options options) {
        int length = CodeTemplate.length(options.get(OptionPaths.TOTP_LENGTH));
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < length; i++) {
            code.append(RANDOM.nextInt(10));
        }
        return code.toString();
    }

    private static String required(Tree body, String key, String error) {
        return Optional.ofNullable(body.members().get(key))
                .filter(Text.class::isInstance)
                .map(value -> ((Text) value).text())
                .orElseThrow(() -> refused(error, "Missing required property: " + key));
    }

    private static ApiError refused(String error, String description) {
        return ApiError.oauth(400, error, description);
    }
}
