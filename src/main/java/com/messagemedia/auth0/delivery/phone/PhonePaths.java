package com.messagemedia.auth0.delivery.phone;

import com.messagemedia.auth0.delivery.ConnectionSecrets;
import com.messagemedia.auth0.delivery.ResourceNames;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.redaction.SecretPaths;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The paths of what this delivery manages besides the connection's own options. The first segment names the resource. */
public final class PhonePaths {

    /** The Action that calls MessageMedia. */
    public static final String ACTION = ResourceNames.ACTION;

    /** The binding of the trigger to that Action. */
    public static final String BINDING = ResourceNames.BINDING;

    /** The tenant's phone provider. */
    public static final String PROVIDER = ResourceNames.PROVIDER;

    /** The phone templates, by type. */
    public static final String TEMPLATE = ResourceNames.TEMPLATE;

    /** The Action's code, without its first line. */
    public static final FieldPath CODE = FieldPath.of(ACTION, "code");

    /** The runtime of the Action. */
    public static final FieldPath RUNTIME = FieldPath.of(ACTION, "runtime");

    /** The npm packages of the Action. */
    public static final FieldPath DEPENDENCIES = FieldPath.of(ACTION, "dependencies");

    /** The secrets of the Action, by name. */
    public static final FieldPath SECRETS = FieldPath.of(ACTION, "secrets");

    /** The Action's secret with MessageMedia's API key. */
    public static final FieldPath API_KEY = SECRETS.child(ActionCode.API_KEY);

    /** The Action's secret with MessageMedia's API secret. */
    public static final FieldPath API_SECRET = SECRETS.child(ActionCode.API_SECRET);

    /** Whether the trigger is bound to the Action. */
    public static final FieldPath BOUND = FieldPath.of(BINDING, "action");

    /** What kind of provider it is: {@code custom} runs the Action. */
    public static final FieldPath PROVIDER_NAME = FieldPath.of(PROVIDER, "name");

    /** Whether the provider sends nothing. */
    public static final FieldPath DISABLED = FieldPath.of(PROVIDER, "disabled");

    /** Whether the provider delivers as text, voice or both. */
    public static final FieldPath METHODS = FieldPath.of(PROVIDER, "configuration", "delivery_methods");

    /** The provider's configuration. */
    public static final FieldPath CONFIGURATION = FieldPath.of(PROVIDER, "configuration");

    /** An edit of the Action that somebody has not deployed. It exists only in Auth0, never in a descriptor. */
    static final FieldPath DRAFT = FieldPath.of(ACTION, "draft");

    /** Why a rollback deletes nothing that sends: without it Auth0 sends no phone message. */
    static final String NOTHING_BEFORE =
            "new with that apply, and a rollback deletes nothing that sends. To stop sending,"
                    + " switch the phone provider off in the Auth0 dashboard under Branding > Phone Provider";

    /** The types of phone template (Auth0 Management API, {@code PhoneTemplateNotificationTypeEnum}). */
    public static final List<String> TEMPLATE_TYPES =
            List.of("otp_verify", "otp_enroll", "change_password", "blocked_account", "password_breach");

    /** The keys of a template in the descriptor. */
    static final List<String> TEMPLATE_KEYS = List.of("text", "voice", "from", "disabled");

    /** The secret paths: those of the connection, and the Action's secrets. */
    public static final SecretPaths SECRET_PATHS = secretPaths();

    /** All leaves of the resources. */
    static final Set<FieldPath> LEAVES = leaves();

    private PhonePaths() {}

    private static SecretPaths secretPaths() {
        List<FieldPath> prefixes = new ArrayList<>(ConnectionSecrets.PATHS.prefixes());
        prefixes.add(SECRETS);
        return new SecretPaths(prefixes, ConnectionSecrets.PATHS.harmless(), ConnectionSecrets.PATHS.published());
    }

    /** Returns the path in the applied record that remembers when Auth0 stored a secret. */
    static FieldPath updatedAt(FieldPath secret) {
        return secret.child("updated_at");
    }

    /** Returns the path of a template's leaf, such as {@code phoneTemplate.otp_verify.text}. */
    public static FieldPath template(String type, String key) {
        return FieldPath.of(TEMPLATE, type, key);
    }

    private static Set<FieldPath> leaves() {
        Set<FieldPath> leaves = new LinkedHashSet<>(
                List.of(CODE, RUNTIME, DEPENDENCIES, API_KEY, API_SECRET, BOUND, PROVIDER_NAME, DISABLED, METHODS));
        for (String type : TEMPLATE_TYPES) {
            for (String key : TEMPLATE_KEYS) {
                leaves.add(template(type, key));
            }
        }
        return leaves;
    }
}
