package com.messagemedia.auth0.export;

import com.messagemedia.auth0.delivery.ExportRules;
import com.messagemedia.auth0.descriptor.TenantRules;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.schema.DescriptorSchema;
import com.messagemedia.auth0.sms.Sender;
import com.messagemedia.auth0.yaml.YamlText;
import java.util.List;
import java.util.Locale;

/**
 * A descriptor to start from, with comments that explain it. Refuses with {@link IllegalArgumentException} what would not be
 * valid in it; ask the predicates first.
 *
 * @param domain the tenant's domain, or the word sandbox
 * @param from who the message comes from
 * @param connection the connection's name or id
 */
public record StarterDescriptor(String domain, String from, String connection) {

    /** The line by which editors find the schema. */
    static final String SCHEMA_LINE =
            "# yaml-language-server: $schema=https://messagemedia.github.io/messagemedia-maven-plugin/schema/messagemedia-auth0-1.schema.json";

    private static final String LOCAL_SCHEMA_LINE = "# yaml-language-server: $schema=" + DescriptorSchema.RESOURCE;

    /** What a starter leaves out, for whoever wants it. */
    private static final String MORE = """

            # More of the connection's options that this file is to own, by Auth0's own names. What is not named here stays
            # as it is in Auth0. Take the # away from what you want.
            #options:
            #  template: "Your verification code is: @@password@@"
            #  syntax: md_with_macros
            #  totp:
            #    length: 6
            #    time_step: 300

            # What differs from tenant to tenant; choose one with -Dmessagemedia.environment=prod.
            #environments:
            #  dev:
            #    tenant: {domain: acme-dev.eu.auth0.com}
            #  prod:
            #    protected: true
            """;

    public StarterDescriptor {
        if (!isDomain(domain) || !isSender(from) || !isConnection(connection)) {
            throw new IllegalArgumentException("domain, sender or connection would not be valid in a descriptor");
        }
    }

    /** The text of a new descriptor, by which editors find the schema in the descriptor's own folder. */
    public static String withLocalSchema(String text) {
        return text.replace(SCHEMA_LINE, LOCAL_SCHEMA_LINE);
    }

    /** Whether a text can stand as the tenant's domain: a host name, an address on loopback, or the word sandbox. */
    public static boolean isDomain(String text) {
        return isSandbox(text) || TenantAddress.parse(text).isPresent();
    }

    /** Whether a text can stand as the sender. */
    public static boolean isSender(String text) {
        return Sender.isInternational(text) || Sender.isAlphanumeric(text);
    }

    /** Whether a text can stand as the connection: its name, or its id. */
    public static boolean isConnection(String text) {
        return TenantRules.isConnection(text);
    }

    private static boolean isSandbox(String text) {
        return text.equals(TenantAddress.SANDBOX);
    }

    /** The environment variables that the text refers to; none for the sandbox, whose credentials are published. */
    public List<String> variables() {
        return isSandbox(domain)
                ? List.of()
                : List.of("AUTH0_CLIENT_ID", "AUTH0_CLIENT_SECRET", ExportRules.API_KEY, ExportRules.API_SECRET);
    }

    /** The whole text. */
    public String text() {
        return String.format(
                        Locale.ROOT,
                        """
                %s
                # SMS login through MessageMedia. Check this file with messagemedia:validate, see what it would change with
                # messagemedia:plan, and make it so with messagemedia:apply.
                version: 1

                tenant:
                  # The host name alone; "sandbox" is the embedded tenant to rehearse on.
                  %s
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
                        line("connection", connection),
                        keys(),
                        from)
                + MORE;
    }

    private static String line(String key, String value) {
        return YamlText.member(key, Value.of(value)).get(0);
    }

    private String signIn() {
        return isSandbox(domain) ? """
                  # A real tenant needs a way to sign in here:
                  #clientId: ${env.AUTH0_CLIENT_ID}
                  #clientSecret: ${env.AUTH0_CLIENT_SECRET}
                """ : """
                  # A machine-to-machine application with the scopes read:connections, read:connections_options,
                  # update:connections and update:connections_options of the Management API. ${env.NAME} is an environment
                  # variable: secrets never stand in this file.
                  clientId: ${env.AUTH0_CLIENT_ID}
                  clientSecret: ${env.AUTH0_CLIENT_SECRET}
                """;
    }

    private String keys() {
        String template = isSandbox(domain) ? """
                  # The sandbox's published credentials. Real ones are referred to, such as ${env.%1$s}.
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
