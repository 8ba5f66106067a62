package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * An edit of one thing of the tenant, such as somebody makes in Auth0's dashboard.
 *
 * @param part where the thing is
 * @param takes whether a thing can be edited like this
 * @param missing what to say if there is none
 * @param change the edit
 */
record TenantEdit(TenantPart part, Predicate<Tree> takes, String missing, BiFunction<Tree, TenantDraft, Tree> change) {

    private static final String EDITED = "Edited by a colleague: ";
    private static final String APPLY_FIRST = ": run mvn messagemedia:apply first.";
    private static final Value OTHER_GATEWAY = Value.of("https://sms.example.com/messages");
    private static final FieldPath PROTECTION = FieldPath.of("brute_force_protection");
    private static final FieldPath TEXT = FieldPath.of("content", "body", "text");

    /** Writes a word before the text of the SMS connection. */
    static TenantEdit ofTemplate() {
        return ofOptions(options -> true, "There is no SMS connection.", options -> {
            String text = OptionPaths.text(options, OptionPaths.TEMPLATE).orElse("@@password@@");
            return options.with(OptionPaths.TEMPLATE, Value.of(EDITED + text));
        });
    }

    /** Removes the sender of the SMS connection. */
    static TenantEdit ofSender() {
        return ofOptions(
                options -> options.get(OptionPaths.FROM).isPresent(),
                "The option from is gone already.",
                options -> options.without(OptionPaths.FROM));
    }

    /** Points the SMS connection at another gateway. */
    static TenantEdit ofGateway() {
        return ofOptions(
                options -> options.get(OptionPaths.GATEWAY_URL)
                        .filter(url -> !url.equals(OTHER_GATEWAY))
                        .isPresent(),
                "The connection does not use MessageMedia's gateway" + APPLY_FIRST,
                options -> options.with(OptionPaths.GATEWAY_URL, OTHER_GATEWAY));
    }

    /** Turns an option over that no descriptor of ours owns. */
    static TenantEdit ofForeignOption() {
        return ofOptions(options -> true, "There is no SMS connection.", options -> {
            boolean on = options.get(PROTECTION).equals(Optional.of(Value.of(true)));
            return options.with(PROTECTION, Value.of(!on));
        });
    }

    private static TenantEdit ofOptions(Predicate<Options> takes, String missing, UnaryOperator<Options> change) {
        return new TenantEdit(
                TenantPart.CONNECTIONS,
                connection -> ConnectionTree.strategy(connection).equals("sms")
                        && takes.test(new Options(Members.tree(connection, "options"))),
                missing,
                (connection, draft) -> {
                    Options options = new Options(Members.tree(connection, "options"));
                    return ObjectBuilder.of(connection)
                            .put("options", change.apply(options).root())
                            .tree();
                });
    }

    /** Adds a line to the Action's code and deploys it. */
    static TenantEdit ofCode() {
        return ofAction(
                (action, draft) -> withLine(action).built().deployed(draft).settled());
    }

    /** Adds a line to the Action's code and leaves it undeployed. */
    static TenantEdit ofDraft() {
        return ofAction((action, draft) -> withLine(action).built());
    }

    private static TenantEdit ofAction(BiFunction<StoredAction, TenantDraft, StoredAction> change) {
        return new TenantEdit(
                TenantPart.ACTIONS,
                action -> new StoredAction(action).live().isPresent(),
                "There is no deployed Action" + APPLY_FIRST,
                (action, draft) -> change.apply(new StoredAction(action), draft).tree());
    }

    private static StoredAction withLine(StoredAction action) {
        String code = Members.text(action.tree(), "code") + "\n// Edited by a colleague.\n";
        return new StoredAction(
                ObjectBuilder.of(action.tree()).put("code", code).tree());
    }

    /** Switches the phone provider off. */
    static TenantEdit ofProvider() {
        return new TenantEdit(
                TenantPart.PHONE_PROVIDERS,
                provider -> !Members.isTrue(provider, "disabled"),
                "There is no phone provider that is on" + APPLY_FIRST,
                (provider, draft) -> ObjectBuilder.of(provider)
                        .put("disabled", Value.of(true))
                        .tree());
    }

    /** Writes a word before the text of a phone template. */
    static TenantEdit ofPhoneTemplate() {
        return new TenantEdit(
                TenantPart.PHONE_TEMPLATES,
                template -> true,
                "The tenant has no phone template of its own" + APPLY_FIRST,
                (template, draft) -> {
                    Options options = new Options(template);
                    String text = OptionPaths.text(options, TEXT).orElse("{{ code }}");
                    return options.with(TEXT, Value.of(EDITED + text)).root();
                });
    }

    /** Why this edit is not possible now; empty if it is. */
    Optional<String> problem(TenantState state) {
        return state.items(part).stream().anyMatch(takes) ? Optional.empty() : Optional.of(missing);
    }

    /** Edits the first thing that takes it; false if none does. */
    boolean edit(TenantDraft draft) {
        Optional<Tree> thing = draft.items(part).stream().filter(takes).findFirst();
        thing.ifPresent(found -> draft.replace(part, change.apply(found, draft)));
        return thing.isPresent();
    }
}
