package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.model.SandboxDomain;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.schema.DescriptorSchema;
import com.messagemedia.auth0.schema.Suggestion;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import com.messagemedia.auth0.yaml.SourceText.Statement;
import java.util.ArrayList;
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
        domain();
        audience();
        Optional<Field> tenant = document.field(SECTION);
        if (tenant.isPresent() && tenant.get().isObject()) {
            authentication(tenant.get());
        }
        privateKey();
        connection();
    }

    private void domain() {
        Optional<String> domain = document.text(SECTION, "domain");
        if (domain.isPresent()
                && SandboxDomain.parse(domain.get()).isEmpty()
                && TenantAddress.parse(domain.get()).isEmpty()) {
            refuse(field(SECTION, "domain"), domain.get());
        }
    }

    private Field field(String... path) {
        return document.field(path).orElseThrow();
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
    private void audience() {
        Optional<String> audience = document.text(SECTION, "audience");
        if (audience.isPresent() && !audience.get().endsWith("/api/v2/")) {
            Field field = field(SECTION, "audience");
            findings.warning(
                    field.valuePlace(),
                    field.name(),
                    "does not look like the audience of a Management API",
                    "It is https://<canonical domain>/api/v2/ with the slash at the end.");
        }
    }

    public static boolean isConnection(String text) {
        return CONNECTION.matcher(text).matches();
    }

    private void connection() {
        Optional<String> name = document.text("connection");
        if (name.isPresent() && !isConnection(name.get())) {
            Field field = field("connection");
            findings.error(
                    field.valuePlace(),
                    field.name(),
                    "is neither the name nor the id of a connection",
                    "A name has letters, digits and single dashes between them, such as sms; an id begins with con_.");
        }
    }

    private void authentication(Field tenant) {
        List<Field> ways = ways(tenant);
        if (ways.isEmpty()) {
            none(tenant);
            return;
        }
        for (Field way : ways.subList(1, ways.size())) {
            findings.error(
                    way.keyPlace(),
                    way.name(),
                    "is a second way to sign in, beside " + ways.get(0).last(),
                    ONE_WAY);
        }
        companions(tenant, ways.get(0));
    }

    private static List<Field> ways(Field tenant) {
        List<Field> ways = new ArrayList<>();
        for (String way : WAYS) {
            Optional<Field> field = tenant.member(way);
            if (field.isPresent()) {
                ways.add(field.get());
            }
        }
        return ways;
    }

    private void none(Field tenant) {
        String domain = document.text(SECTION, "domain").orElse("");
        if (SandboxDomain.parse(domain).isEmpty() && !isMistyped(tenant)) {
            findings.error(
                    tenant.keyPlace(),
                    tenant.name(),
                    "has no way to sign in",
                    "Add one of: clientId with clientSecret, clientId with privateKey, token, server.");
        }
    }

    private static boolean isMistyped(Field tenant) {
        for (Field member : tenant.members()) {
            if (!DescriptorSchema.get().keys(List.of(SECTION)).contains(member.last())
                    && Suggestion.nearest(member.last(), WAYS).isPresent()) {
                return true;
            }
        }
        return false;
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
        Optional<Field> field = tenant.member(key);
        if (field.isPresent()) {
            findings.error(field.get().keyPlace(), field.get().name(), problem, "Remove the line.");
        }
    }

    private void privateKey() {
        Optional<Field> field = document.field(SECTION, "privateKey");
        Optional<String> text = document.text(SECTION, "privateKey");
        if (text.isEmpty() || !document.scalars().isReferred(field.orElseThrow().value())) {
            return;
        }
        Optional<Statement> fault = PrivateKeyText.fault(field.get().name(), text.get());
        if (fault.isPresent()) {
            Statement told = fault.get();
            findings.error(field.get().valuePlace(), told.subject(), told.problem(), told.remedy());
        }
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
