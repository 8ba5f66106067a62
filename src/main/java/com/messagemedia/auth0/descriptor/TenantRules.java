package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.model.SandboxDomain;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.schema.DescriptorSchema;
import com.messagemedia.auth0.schema.Suggestion;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import com.messagemedia.auth0.yaml.SourceText.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks the tenant's address, and that the document has exactly one way to sign in to it. */
public record TenantRules(EffectiveDocument document, Findings findings) {

    private static final String SECTION = "tenant";
    private static final List<String> WAYS = List.of("clientSecret", "privateKey", "token", "server");
    private static final String ONE_WAY =
            "Keep exactly one of: clientId with clientSecret, clientId with privateKey, token, server.";
    private static final Pattern CONNECTION =
            Pattern.compile("con_[A-Za-z0-9]+|[A-Za-z0-9](-[A-Za-z0-9]|[A-Za-z0-9])*");

    void check() {
        document.field(SECTION, "domain").ifPresent(this::domain);
        document.field(SECTION, "audience").ifPresent(this::audience);
        document.field(SECTION).filter(Field::isObject).ifPresent(this::authentication);
        document.field(SECTION, "privateKey").ifPresent(this::privateKey);
        document.field("connection").ifPresent(this::connection);
    }

    private void domain(Field field) {
        document.text(field)
                .filter(domain -> SandboxDomain.parse(domain).isEmpty())
                .filter(domain -> TenantAddress.parse(domain).isEmpty())
                .ifPresent(domain -> refuse(field, domain));
    }

    private void refuse(Field field, String domain) {
        if (SandboxDomain.isMeant(domain)) {
            findings.error(field.valuePlace(), field.name(), "names no tenant of the sandbox", SandboxDomain.REMEDY);
        } else {
            findings.error(field.valuePlace(), field.name(), "is not a host name", domainRemedy(domain));
        }
    }

    private static String domainRemedy(String domain) {
        return domain.toLowerCase(Locale.ROOT).matches("https?://(127\\.0\\.0\\.1|localhost|\\[::1]).*")
                ? "On loopback write http://127.0.0.1:<port>, without a path; or http://127.0.0.1:<port>/NAME for one of"
                        + " a sandbox's tenants."
                : "Write only the host, without https:// and without a path, such as acme.eu.auth0.com; or sandbox.";
    }

    /** Auth0 documentation, "Get Management API Access Tokens for Production": the audience ends in a slash. */
    private void audience(Field field) {
        document.text(field)
                .filter(audience -> !audience.endsWith("/api/v2/"))
                .ifPresent(audience -> findings.warning(
                        field.valuePlace(),
                        field.name(),
                        "does not look like the audience of a Management API",
                        "It is https://<canonical domain>/api/v2/ with the slash at the end."));
    }

    public static boolean isConnection(String text) {
        return CONNECTION.matcher(text).matches();
    }

    private void connection(Field field) {
        document.text(field)
                .filter(name -> !isConnection(name))
                .ifPresent(
                        name -> findings.error(
                                field.valuePlace(),
                                field.name(),
                                "is neither the name nor the id of a connection",
                                "A name has letters, digits and single dashes between them, such as sms; an id begins with con_."));
    }

    private void authentication(Field tenant) {
        List<Field> ways =
                WAYS.stream().flatMap(way -> tenant.member(way).stream()).toList();
        if (ways.isEmpty()) {
            none(tenant);
            return;
        }
        ways.stream()
                .skip(1)
                .forEach(way -> findings.error(
                        way.keyPlace(),
                        way.name(),
                        "is a second way to sign in, beside " + ways.get(0).last(),
                        ONE_WAY));
        companions(tenant, ways.get(0));
    }

    private void none(Field tenant) {
        boolean sandbox =
                document.text(SECTION, "domain").flatMap(SandboxDomain::parse).isPresent();
        boolean mistyped = tenant.members().stream().anyMatch(TenantRules::isMistyped);
        if (!sandbox && !mistyped) {
            findings.error(
                    tenant.keyPlace(),
                    tenant.name(),
                    "has no way to sign in",
                    "Add one of: clientId with clientSecret, clientId with privateKey, token, server.");
        }
    }

    private static boolean isMistyped(Field member) {
        return !DescriptorSchema.get().keys(List.of(SECTION)).contains(member.last())
                && Suggestion.nearest(member.last(), WAYS).isPresent();
    }

    private void companions(Field tenant, Field way) {
        boolean needsClient = way.last().equals("clientSecret") || way.last().equals("privateKey");
        if (needsClient && tenant.member("clientId").isEmpty()) {
            findings.error(
                    tenant.keyPlace(),
                    tenant.nameOf("clientId"),
                    "is missing: " + way.last() + " needs it",
                    "Add clientId: ${env.AUTH0_CLIENT_ID} or the client id itself.");
        }
        if (!needsClient) {
            useless(tenant, "clientId", "has no effect together with " + way.last());
        }
        if (tenant.member("privateKey").isEmpty()) {
            useless(tenant, "keyId", "works only with privateKey");
            useless(tenant, "algorithm", "works only with privateKey");
        }
    }

    private void useless(Field tenant, String key, String problem) {
        tenant.member(key)
                .ifPresent(field -> findings.error(field.keyPlace(), field.name(), problem, "Remove the line."));
    }

    private void privateKey(Field field) {
        boolean referred = document.scalars().isReferred(field.value());
        document.text(field)
                .filter(text -> referred)
                .flatMap(text -> PrivateKeyText.fault(field.name(), text))
                .ifPresent(
                        fault -> findings.error(field.valuePlace(), fault.subject(), fault.problem(), fault.remedy()));
    }

    /**
     * The PEM text of a private key, from a file or from a variable. A variable that can hold only one line has {@code \n}, a
     * backslash and an n, for each line break. PEM has no backslash (RFC 7468), so replacing {@code \n} never changes a key.
     */
    static final class PrivateKeyText {

        private static final Pattern ESCAPED_BREAK = Pattern.compile("(\\\\r)?\\\\n");
        private static final Pattern PEM = Pattern.compile("(?s).*-----BEGIN (RSA )?PRIVATE KEY-----.*");
        private static final Pattern END = Pattern.compile("(?s).*-----END (RSA )?PRIVATE KEY-----.*");
        private static final String FILE =
                "Refer to a file whose first line is -----BEGIN PRIVATE KEY-----, such as ${file:auth0-key.pem}.";

        private PrivateKeyText() {}

        /** Returns the text with real line breaks. */
        static String pem(String text) {
            return ESCAPED_BREAK.matcher(text).replaceAll("\n");
        }

        /** Tells what is wrong with a text that should be a private key; empty if it looks like one. Never repeats the text. */
        static Optional<Statement> fault(String subject, String text) {
            if (!PEM.matcher(text).matches()) {
                return Optional.of(new Statement(subject, problem(text), FILE));
            }
            if (!END.matcher(text).matches()) {
                return Optional.of(
                        new Statement(
                                subject,
                                "is an incomplete private key: it has no -----END PRIVATE KEY----- line",
                                "Give the whole text. In a variable that can hold only one line, write each line break as \\n."));
            }
            if (!pem(text).strip().startsWith("-----") || !pem(text).strip().endsWith("-----")) {
                return Optional.of(new Statement(
                        subject,
                        "is a private key with other text around it, such as quotes",
                        "Remove the text before -----BEGIN and after the END line."));
            }
            return Optional.empty();
        }

        private static String problem(String text) {
            if (text.contains("ENCRYPTED PRIVATE KEY")) {
                return "is an encrypted private key, and the plugin has no passphrase for it";
            }
            if (text.contains("BEGIN CERTIFICATE") || text.contains("PUBLIC KEY")) {
                return "is a public key, but signing needs the private key";
            }
            return "is not an unencrypted private key in PEM form";
        }
    }
}
