package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.Endpoint.ApiRequest;
import com.messagemedia.auth0.sandbox.Endpoint.Reply;
import com.messagemedia.auth0.sandbox.PropertyValidators.Check;
import com.messagemedia.auth0.sandbox.Tokens.Grant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The tenant's phone templates (Auth0 Management API, schemas {@code CreatePhoneTemplateRequestContent} and {@code
 * UpdatePhoneTemplateRequestContent}). A type without a template of its own is listed with Auth0's, without an id.
 */
final class PhoneTemplates {

    private static final String TYPE = "type";
    private static final String CONTENT = "content";
    private static final String DISABLED = "disabled";
    private static final String BODY = "body";
    private static final String CODE = "{{ code | escape }}";
    private static final String APPLICATION = "{{ friendly_name | escape }}";

    /** The default texts that a new tenant lists (seen in recorded replies, in this order). */
    private static final Map<String, String> TEXTS = texts();

    private static final Set<String> TYPES =
            Set.of("otp_verify", "otp_enroll", "change_password", "blocked_account", "password_breach");

    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_SENDER = 16;
    private static final Check TEXT = PropertyValidators.between(1, LONGEST_TEXT);
    private static final Check BODY_CHECK = (property, value) -> {
        PropertyValidators.closed(Map.of("text", TEXT, "voice", TEXT), Set.of()).check(property, value);
        PropertyValidators.atLeastOne(property, PropertyValidators.object(property, value));
    };
    private static final Map<String, Check> PATCHED_CONTENT =
            Map.of(BODY, BODY_CHECK, "from", PropertyValidators.between(1, LONGEST_SENDER));
    private static final Map<String, Check> POSTED_CONTENT = Map.of(
            BODY,
            BODY_CHECK,
            "from",
            PropertyValidators.between(1, LONGEST_SENDER),
            "syntax",
            PropertyValidators::text);
    private static final Check PATCH = PropertyValidators.closed(
            Map.of(CONTENT, content(PATCHED_CONTENT), DISABLED, PropertyValidators::bool), Set.of());
    private static final Check POST = PropertyValidators.closed(
            Map.of(
                    TYPE,
                    PropertyValidators.oneOf(TYPES),
                    CONTENT,
                    content(POSTED_CONTENT),
                    DISABLED,
                    PropertyValidators::bool),
            Set.of(TYPE));

    private final Tenant tenant;

    PhoneTemplates(Tenant tenant) {
        this.tenant = tenant;
    }

    private static Check content(Map<String, Check> known) {
        return (property, value) -> {
            PropertyValidators.closed(known, Set.of()).check(property, value);
            PropertyValidators.atLeastOne(property, PropertyValidators.object(property, value));
        };
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("otp_verify", CODE + " is your verification code for " + APPLICATION);
        texts.put(
                "otp_enroll",
                CODE + " is your verification code for " + APPLICATION
                        + ". Please enter this code to verify your enrollment.");
        texts.put("change_password", "Your password for " + APPLICATION + " was changed.");
        texts.put("blocked_account", "Your account for " + APPLICATION + " is blocked.");
        return texts;
    }

    Reply list(ApiRequest request, Grant grant) {
        request.query().allowOnly(Set.of(DISABLED));
        boolean filtered = request.query().has(DISABLED);
        boolean disabled = request.query().flag(DISABLED, false);
        return tenant.write(draft -> {
            Map<String, Tree> all = new LinkedHashMap<>();
            String now = draft.millis();
            TEXTS.keySet().forEach(type -> all.put(type, standard(type, now)));
            draft.items(TenantPart.PHONE_TEMPLATES)
                    .forEach(template -> all.put(Members.text(template, TYPE), template));
            List<Value> shown = all.values().stream()
                    .filter(template -> !filtered || Members.isTrue(template, DISABLED) == disabled)
                    .<Value>map(template -> template)
                    .toList();
            return Reply.json(
                    200,
                    ObjectBuilder.empty().put("templates", new Array(shown)).tree());
        });
    }

    /** Auth0's template of a type: it has no id, and an empty sender, which no write accepts. */
    private static Tree standard(String type, String now) {
        Tree content = ObjectBuilder.of(standardContent(type)).put("from", "").tree();
        return template(ObjectBuilder.empty(), type, now)
                .put(CONTENT, content)
                .put(DISABLED, Value.of(false))
                .tree();
    }

    private static ObjectBuilder template(ObjectBuilder start, String type, String now) {
        return start.put("tenant", "sandbox")
                .put("channel", "phone")
                .put(TYPE, type)
                .put("created_at", now)
                .put("updated_at", now);
    }

    /** Auth0's content of a type: its text, and a voice message that says the same. */
    private static Tree standardContent(String type) {
        String text = TEXTS.getOrDefault(type, "Your password for " + APPLICATION + " is no longer safe.");
        Tree body = ObjectBuilder.empty()
                .put("text", text)
                .put("voice", text.replace(CODE, "{{ code | escape }} {{ pause }} {{ code | escape }}"))
                .tree();
        return ObjectBuilder.empty().put("syntax", "liquid").put(BODY, body).tree();
    }

    /** The content that applies to a type now: that of the tenant's own template, else Auth0's. */
    static Tree contentOf(TenantState state, String type) {
        return state.items(TenantPart.PHONE_TEMPLATES).stream()
                .filter(template -> Members.text(template, TYPE).equals(type) && !Members.isTrue(template, DISABLED))
                .findFirst()
                .map(template -> Members.tree(template, CONTENT))
                .orElseGet(() -> standardContent(type));
    }

    Reply read(ApiRequest request, Grant grant) {
        return Reply.json(
                200, tenant.find(TenantPart.PHONE_TEMPLATES, request.id()).orElseThrow(ApiError::noSuchNotification));
    }

    Reply create(ApiRequest request, Grant grant) {
        Tree body = PropertyValidators.object("", request.json());
        POST.check("", body);
        return tenant.write(draft -> {
            String type = Members.text(body, TYPE);
            if (draft.items(TenantPart.PHONE_TEMPLATES).stream()
                    .anyMatch(template -> Members.text(template, TYPE).equals(type))) {
                throw ApiError.of(409, "A phone template of this type already exists");
            }
            Tree content = ObjectBuilder.of(standardContent(type))
                    .putAll(Members.tree(body, CONTENT))
                    .tree();
            Tree created = template(ObjectBuilder.empty().put("id", draft.id("tem_")), type, draft.millis())
                    .put(CONTENT, content)
                    .put(DISABLED, Value.of(Members.isTrue(body, DISABLED)))
                    .tree();
            draft.add(TenantPart.PHONE_TEMPLATES, created);
            return Reply.json(201, created);
        });
    }

    /**
     * Changes a template. Nobody knows whether a PATCH keeps a sender or a voice text that it lacks; the sandbox
     * assumes the worst and drops them, so that a client notices it.
     */
    Reply update(ApiRequest request, Grant grant) {
        Tree body = PropertyValidators.object("", request.json());
        PATCH.check("", body);
        return change(request, before -> {
            ObjectBuilder after = ObjectBuilder.of(before).putAll(body);
            if (body.members().containsKey(CONTENT)) {
                after.put(
                        CONTENT,
                        ObjectBuilder.empty()
                                .put("syntax", "liquid")
                                .putAll(Members.tree(body, CONTENT))
                                .tree());
            }
            return after;
        });
    }

    /** Brings Auth0's texts back. The sender stays. */
    Reply reset(ApiRequest request, Grant grant) {
        return change(
                request,
                before -> ObjectBuilder.of(before)
                        .put(
                                CONTENT,
                                ObjectBuilder.of(Members.tree(before, CONTENT))
                                        .putAll(standardContent(Members.text(before, TYPE)))
                                        .tree()));
    }

    private Reply change(ApiRequest request, Function<Tree, ObjectBuilder> change) {
        return tenant.write(draft -> {
            Tree before =
                    draft.find(TenantPart.PHONE_TEMPLATES, request.id()).orElseThrow(ApiError::noSuchNotification);
            Tree after = change.apply(before).put("updated_at", draft.millis()).tree();
            draft.replace(TenantPart.PHONE_TEMPLATES, after);
            return Reply.json(200, after);
        });
    }

    Reply delete(ApiRequest request, Grant grant) {
        return tenant.write(draft -> {
            draft.remove(TenantPart.PHONE_TEMPLATES, request.id(), ApiError::noSuchNotification);
            return Reply.noContent();
        });
    }
}
