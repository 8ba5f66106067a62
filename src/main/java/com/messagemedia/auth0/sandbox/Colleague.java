package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.sandbox.page.Button;
import java.util.Locale;

/** What a colleague does in Auth0's dashboard, at the push of a button of the sandbox's page. */
enum Colleague {
    EDIT_TEMPLATE(
            Where.GATEWAY,
            TenantEdit.ofTemplate(),
            "Edit the template",
            "After an apply, run mvn messagemedia:plan: it shows drift in template and writes nothing."),
    WIPE_OPTION(
            Where.GATEWAY,
            TenantEdit.ofSender(),
            "Wipe the sender",
            "After an apply, run mvn messagemedia:verify: it fails, as from is gone, and names the line in your file."),
    CHANGE_GATEWAY(
            Where.GATEWAY,
            TenantEdit.ofGateway(),
            "Change the gateway",
            "Run mvn messagemedia:plan: it shows drift in gateway_url and writes nothing."),
    EDIT_CODE(
            Where.PROVIDER,
            TenantEdit.ofCode(),
            "Edit the Action's code and deploy it",
            "Run mvn messagemedia:plan: it shows the new line as drift in action.code and writes nothing."),
    LEAVE_DRAFT(
            Where.PROVIDER,
            TenantEdit.ofDraft(),
            "Leave a draft of the Action",
            "Run mvn messagemedia:plan: it shows the draft as a conflict and writes nothing."),
    PROVIDER_OFF(
            Where.PROVIDER,
            TenantEdit.ofProvider(),
            "Switch the phone provider off",
            "Run mvn messagemedia:doctor: it names the broken link."),
    EDIT_PHONE_TEMPLATE(
            Where.PROVIDER,
            TenantEdit.ofPhoneTemplate(),
            "Edit the phone template",
            "Run mvn messagemedia:plan: it shows drift in the template's text and writes nothing."),
    EDIT_OTHER(
            Where.ANYWHERE,
            TenantEdit.ofForeignOption(),
            "Change an option that is not yours",
            "After an apply, run mvn messagemedia:plan: nothing to do. Your file does not own this option.");

    private final Where where;

    @SuppressWarnings("ImmutableEnumChecker") // Its functions keep nothing.
    private final TenantEdit edit;

    private final String label;
    private final String next;

    Colleague(Where where, TenantEdit edit, String label, String next) {
        this.where = where;
        this.edit = edit;
        this.label = label;
        this.next = next;
    }

    /** Whether such an edit makes sense in this tenant. */
    boolean fits(TenantState state) {
        boolean modern = Members.isTrue(state.settings(), "modern");
        return switch (where) {
            case GATEWAY -> !modern;
            case PROVIDER ->
                modern
                        || !state.items(TenantPart.ACTIONS).isEmpty()
                        || !state.items(TenantPart.PHONE_PROVIDERS).isEmpty();
            case ANYWHERE -> true;
        };
    }

    Button button(TenantState state) {
        return new Button(id(this), "colleague", label, next, edit.problem(state));
    }

    /** Makes the edit; false if it is not possible. */
    boolean edit(TenantDraft draft) {
        return fits(draft.state()) && edit.edit(draft);
    }

    /** A name as it is in an address. */
    static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The tenants in which an edit makes sense. */
    private enum Where {
        GATEWAY,
        PROVIDER,
        ANYWHERE
    }
}
