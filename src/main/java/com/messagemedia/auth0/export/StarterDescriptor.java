package com.messagemedia.auth0.export;

import com.messagemedia.auth0.delivery.ExportRules;
import com.messagemedia.auth0.descriptor.TenantRules;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.SandboxDomain;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.schema.DescriptorSchema;
import com.messagemedia.auth0.sms.Sender;
import com.messagemedia.auth0.yaml.YamlText;
import java.util.List;
import java.util.Locale;

/**
 * A first descriptor with comments that explain it. The constructor throws {@link IllegalArgumentException} for an invalid
 * value. Callers check values with the predicates first.
 *
 * @param domain the tenant's domain; or sandbox, or sandbox/NAME
 * @param delivery how Auth0 sends: {@code gateway} or {@code phoneProvider}
 * @param from the sender of the message
 * @param connection the connection's name or id
 */
public record StarterDescriptor(String domain, String delivery, String from, String connection) {

    /** The line that leads editors to the schema. */
    static final String SCHEMA_LINE =
            "# yaml-language-server: $schema=https://messagemedia.github.io/messagemedia-maven-plugin/schema/messagemedia-auth0-1.schema.json";

    private static final String LOCAL_SCHEMA_LINE = "# yaml-language-server: $schema=" + DescriptorSchema.RESOURCE;

    /** The delivery of a descriptor that names none. */
    public static final String GATEWAY = "gateway";

    private static final String PHONE_PROVIDER = "phoneProvider";

    /** The ways of delivery. */
    public static final List<String> DELIVERIES = List.of(GATEWAY, PHONE_PROVIDER);

    /** The environment of a descriptor that a pipeline applies. */
    public static final String PRODUCTION = "prod";

    /** Optional parts that a starter for the gateway leaves out. */
    private static final String GATEWAY_OPTIONS = """

            # More options that this file can own, by Auth0's own names. An option that is not named here stays as it is
            # in Auth0. Remove the # from the lines that you want.
            #options:
            #  template: "Your verification code is: @@password@@"
            #  syntax: md_with_macros
            #  totp:
            #    length: 6
            #    time_step: 300
            """;

    /** Optional parts that a starter for the phone provider leaves out. */
    private static final String PHONE_OPTIONS = """

            # Message texts of the tenant that this file can own, in Liquid. One that is not named here stays as it is in
            # Auth0. Remove the # from the lines that you want.
            #phoneProvider:
            #  templates:
            #    otp_verify:
            #      text: "{{ code }} is your code for {{ friendly_name }}"

            # More options of the connection, by Auth0's own names.
            #options:
            #  totp:
            #    length: 6
            #    time_step: 300
            """;

    /** Optional parts that every starter leaves out. */
    private static final String ENVIRONMENTS = """

            # Values that differ per tenant. Choose an environment with -Dmessagemedia.environment=prod.
            #environments:
            #  dev:
            #    tenant: {domain: acme-dev.eu.auth0.com}
            #  prod:
            #    protected: true
            """;

    /** The same with the environment that a pipeline names. */
    private static final String WITH_PRODUCTION = """

            # Values that differ per tenant. Choose an environment with -Dmessagemedia.environment=prod. An apply to a protected
            # one needs an approval.
            environments:
              prod:
                protected: true
            #  dev:
            #    tenant: {domain: acme-dev.eu.auth0.com}
            """;

    public StarterDescriptor {
        if (!isDomain(domain) || !isDelivery(delivery) || !isSender(from) || !isConnection(connection)) {
            throw new IllegalArgumentException(
                    "domain, delivery, sender or connection would not be valid in a descriptor");
        }
    }

    /** Returns the text with a schema line that leads editors to the schema in the descriptor's own folder. */
    public static String withLocalSchema(String text) {
        return text.replace(SCHEMA_LINE, LOCAL_SCHEMA_LINE);
    }

    /** Returns the text with the environment {@link #PRODUCTION}, which the pipelines of the examples work on. */
    public static String withProduction(String text) {
        return text.replace(ENVIRONMENTS, WITH_PRODUCTION);
    }

    /** Tells whether a text can be the tenant's domain: a host name, a loopback address, sandbox or sandbox/NAME. */
    public static boolean isDomain(String text) {
        return isSandbox(text) || TenantAddress.parse(text).isPresent();
    }

    /** Tells whether a text is a way of delivery. */
    public static boolean isDelivery(String text) {
        return DELIVERIES.contains(text);
    }

    /** Tells whether a text can be the sender. */
    public static boolean isSender(String text) {
        return Sender.isInternational(text) || Sender.isAlphanumeric(text);
    }

    /** Tells whether a text can be the connection's name or id. */
    public static boolean isConnection(String text) {
        return TenantRules.isConnection(text);
    }

    /** Tells whether the tenant is the sandbox. */
    public boolean isSandbox() {
        return isSandbox(domain);
    }

    private static boolean isSandbox(String text) {
        return SandboxDomain.parse(text).isPresent();
    }

    /**
     * Returns the environment variables that the text refers to; none for the sandbox, because its credentials are public.
     */
    public List<String> variables() {
        return isSandbox(domain)
                ? List.of()
                : List.of("AUTH0_CLIENT_ID", "AUTH0_CLIENT_SECRET", ExportRules.API_KEY, ExportRules.API_SECRET);
    }

    /** Returns the whole text. */
    public String text() {
        return String.format(
                        Locale.ROOT,
                        """
                %s
                # SMS login through MessageMedia. Check this file with messagemedia:validate, see its changes with
                # messagemedia:plan, and make them with messagemedia:apply.
                version: 1

                tenant:
                  # The host name alone; "sandbox" is the embedded tenant to rehearse on.
                  %s
                %s
                # How Auth0 sends. gateway: only for tenants created before March 2025. phoneProvider: for all newer tenants, and
                # for older ones that switched (in the Auth0 dashboard, Branding > Phone Provider shows a provider).
                %s

                # The name of the SMS connection in Auth0, or its id con_...
                %s

                messageMedia:
                %s\
                  # Who the message comes from: a number in international form, in quotes, or a registered name.
                  from: "%s"
                """,
                        SCHEMA_LINE,
                        line("domain", domain),
                        signIn(),
                        line("delivery", delivery),
                        line("connection", connection),
                        keys(),
                        from)
                + (isPhoneProvider() ? PHONE_OPTIONS : GATEWAY_OPTIONS)
                + ENVIRONMENTS;
    }

    private static String line(String key, String value) {
        return YamlText.member(key, Value.of(value)).get(0);
    }

    private String signIn() {
        return isSandbox(domain) ? """
                  # A real tenant needs a way to sign in here:
                  #clientId: ${env.AUTH0_CLIENT_ID}
                  #clientSecret: ${env.AUTH0_CLIENT_SECRET}
                """ : scopes() + """
                  # ${env.NAME} is an environment variable: this file never contains secrets.
                  clientId: ${env.AUTH0_CLIENT_ID}
                  clientSecret: ${env.AUTH0_CLIENT_SECRET}
                """;
    }

    private String scopes() {
        return isPhoneProvider() ? """
                  # A machine-to-machine application with these scopes of the Management API: read:connections,
                  # read:connections_options, update:connections, update:connections_options, read:actions, create:actions,
                  # update:actions, read:phone_providers, create:phone_providers and update:phone_providers; with templates below
                  # also read:phone_templates, create:phone_templates and update:phone_templates.
                """ : """
                  # A machine-to-machine application with the scopes read:connections, read:connections_options,
                  # update:connections and update:connections_options of the Management API.
                """;
    }

    private boolean isPhoneProvider() {
        return delivery.equals(PHONE_PROVIDER);
    }

    private String keys() {
        String template = isSandbox(domain) ? """
                  # The sandbox's published credentials. Refer to real ones, such as ${env.%1$s}.
                  apiKey: %3$s
                  apiSecret: %4$s
                """ : """
                  # A key for Basic authentication from MessageMedia's API settings.
                  apiKey: ${env.%1$s}
                  apiSecret: ${env.%2$s}
                """;
        return String.format(
                Locale.ROOT,
                template,
                ExportRules.API_KEY,
                ExportRules.API_SECRET,
                SandboxCredentials.API_KEY,
                SandboxCredentials.API_SECRET);
    }
}
