package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One request of a client: how a message about it begins, and whether it can change Auth0. */
enum ManagementAct {
    TOKEN("Getting a Management API token from {tenant}", false, ManagementClient::scopes),
    LIST("Reading the connections of {tenant}", false, ManagementClient::smsConnections),
    READ("Reading connection con_1 of {tenant}", false, client -> client.connection("con_1")),
    SETTINGS("Reading the settings of {tenant}", false, ManagementClient::isOnUnifiedPhoneExperience),
    UPDATE(
            "Changing connection con_1 of {tenant}",
            true,
            client -> client.update(
                    "con_1",
                    new ConnectionPatch(
                            Optional.of(Sent.OPTIONS), Optional.empty(), Optional.empty(), Optional.empty()))),
    CREATE(
            "Creating connection sms in {tenant}",
            true,
            client -> client.create(new NewConnection("sms", Sent.OPTIONS, Map.of()))),
    CLIENTS(
            "Reading the enabled clients of connection con_1 of {tenant}",
            false,
            client -> client.enabledClients("con_1")),
    ENABLE(
            "Enabling clients of connection con_1 of {tenant}",
            true,
            client -> client.enableClients("con_1", List.of("a"))),
    ACTIONS(
            "Reading the Actions for custom-phone-provider of {tenant}",
            false,
            client -> client.actions().ofTrigger(Sent.TRIGGER)),
    ACTION("Reading Action act_1 of {tenant}", false, client -> client.actions().read("act_1")),
    CREATE_ACTION(
            "Creating the Action for custom-phone-provider in {tenant}",
            true,
            client -> client.actions().create(Sent.TRIGGER, Sent.ACTION)),
    UPDATE_ACTION(
            "Changing Action act_1 of {tenant}",
            true,
            client -> client.actions().update("act_1", Sent.ACTION)),
    DEPLOY(
            "Deploying Action act_1 of {tenant}",
            true,
            client -> client.actions().deploy("act_1")),
    VERSIONS(
            "Reading the versions of Action act_1 of {tenant}",
            false,
            client -> client.actions().versions("act_1")),
    DEPLOY_VERSION(
            "Deploying version ver_1 of Action act_1 of {tenant}",
            true,
            client -> client.actions().deployVersion("act_1", "ver_1", true)),
    BINDINGS(
            "Reading the bindings of custom-phone-provider of {tenant}",
            false,
            client -> client.actions().bindings(Sent.TRIGGER)),
    BIND(
            "Binding Action act_1 to custom-phone-provider of {tenant}",
            true,
            client -> client.actions().bind(Sent.TRIGGER, "act_1", "MessageMedia")),
    PROVIDERS(
            "Reading the phone providers of {tenant}",
            false,
            client -> client.phone().providers()),
    CREATE_PROVIDER(
            "Creating the phone provider in {tenant}",
            true,
            client -> client.phone().create("custom", false, Sent.CONFIGURATION)),
    UPDATE_PROVIDER(
            "Changing phone provider pro_1 of {tenant}",
            true,
            client -> client.phone().update("pro_1", "custom", false, Sent.CONFIGURATION)),
    TEMPLATES(
            "Reading the phone templates of {tenant}",
            false,
            client -> client.phone().templates()),
    CREATE_TEMPLATE(
            "Creating phone template otp_verify in {tenant}",
            true,
            client -> client.phone().createTemplate(Sent.TEMPLATE)),
    UPDATE_TEMPLATE(
            "Changing phone template tem_1 of {tenant}",
            true,
            client -> client.phone().updateTemplate("tem_1", Sent.TEMPLATE));

    private final String clause;
    private final boolean writes;
    private final Consumer<ManagementClient> request;

    ManagementAct(String clause, boolean writes, Consumer<ManagementClient> request) {
        this.clause = clause;
        this.writes = writes;
        this.request = request;
    }

    String clause() {
        return clause;
    }

    boolean writes() {
        return writes;
    }

    void run(ManagementClient client) {
        request.accept(client);
    }

    /** What the acts send. */
    static final class Sent {

        static final String TRIGGER = "custom-phone-provider";
        static final String API_SECRET = "a-secret-of-the-Action-0123456789";
        static final String CODE = """
                exports.onExecuteCustomPhoneProvider = async (event, api) => {
                  const host = "api.messagemedia.com";
                };
                """;
        static final Options OPTIONS = new Options(new Tree(Map.of("from", Value.of("+1"))));
        static final ActionChange ACTION = ActionChange.NONE
                .withName("MessageMedia")
                .withCode(CODE)
                .withRuntime("node22")
                .withDependencies(new Value.Array(List.of()))
                .withSecrets(Map.of("MESSAGEMEDIA_API_SECRET", new Secret(API_SECRET)));
        static final Tree CONFIGURATION =
                new Tree(Map.of("delivery_methods", new Value.Array(List.of(Value.of("text")))));
        static final PhoneTemplate TEMPLATE = new PhoneTemplate(
                Optional.empty(),
                "otp_verify",
                false,
                new Tree(Map.of("body", new Tree(Map.of("text", Value.of("{{ code }} is your code"))))));

        private Sent() {}
    }
}
