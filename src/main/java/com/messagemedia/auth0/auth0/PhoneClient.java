package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import java.util.List;

/**
 * The phone provider of a tenant and its templates. Reads are retried by the client. A write is sent once, and its
 * caller reads again before it repeats it. Every method throws {@link ManagementException} if its request fails.
 * Several threads may read at the same time.
 */
public final class PhoneClient {

    private final TenantLink link;
    private final PhoneApi api;
    private final PhoneOperations operations;

    PhoneClient(TenantLink link, PhoneApi api) {
        this.link = link;
        this.api = api;
        this.operations = new PhoneOperations(link.tenant());
    }

    /** The phone providers of the tenant; Auth0 allows one. */
    public List<PhoneProvider> providers() {
        Operation operation = operations.readingProviders();
        return items(link.read(api::providers, operation), "providers", operation).stream()
                .map(item -> provider(item, operation))
                .toList();
    }

    /**
     * Creates the phone provider. The tenant sends all its phone messages through it from now on. It fails with {@link
     * ManagementException.Kind#CONFLICT} if there is a provider already, and with {@link
     * ManagementException.Kind#NO_DEPLOYED_ACTION} if no Action for it is deployed.
     *
     * @param name {@code custom}
     * @param configuration such as {@code {"delivery_methods": ["text"]}}
     */
    public PhoneProvider create(String name, boolean disabled, Tree configuration) {
        Operation operation = operations.creatingProvider();
        Value body = PhoneProvider.body(name, disabled, configuration);
        return provider(link.write(bearer -> api.create(bearer, body), operation), operation);
    }

    /**
     * Changes the phone provider. Auth0 replaces name, state and configuration as a whole, and forgets the credentials
     * of another kind of provider for good.
     *
     * @param name {@code custom}
     * @param configuration such as {@code {"delivery_methods": ["text"]}}
     */
    public PhoneProvider update(String id, String name, boolean disabled, Tree configuration) {
        Operation operation = operations.updatingProvider(ActionsClient.checked(id, "phone provider"));
        Value body = PhoneProvider.body(name, disabled, configuration);
        PhoneProvider provider = provider(link.write(bearer -> api.update(bearer, id, body), operation), operation);
        if (!provider.id().equals(id)) {
            throw link.executor().unreadable(operation, "it describes another phone provider");
        }
        return provider;
    }

    /** The templates of the tenant, with Auth0's defaults, which have no id. */
    public List<PhoneTemplate> templates() {
        Operation operation = operations.readingTemplates();
        return items(link.read(api::templates, operation), "templates", operation).stream()
                .map(item -> template(item, operation))
                .toList();
    }

    /**
     * Creates a template of a type that has only Auth0's default. It fails with {@link
     * ManagementException.Kind#CONFLICT} if there is one already.
     */
    public PhoneTemplate createTemplate(PhoneTemplate template) {
        Operation operation =
                operations.creatingTemplate(link.executor().secrets().quote(template.type()));
        return template(link.write(bearer -> api.createTemplate(bearer, template.creation()), operation), operation);
    }

    /** Changes the template with this id: its state and the whole of its content. */
    public PhoneTemplate updateTemplate(String id, PhoneTemplate template) {
        Operation operation = operations.updatingTemplate(ActionsClient.checked(id, "template"));
        return template(link.write(bearer -> api.updateTemplate(bearer, id, template.change()), operation), operation);
    }

    /** The newest failed notifications in the tenant's log, the newest first. */
    public List<FailedNotification> failedNotifications(int most) {
        Operation operation = operations.readingLog();
        Value answer = link.read(bearer -> api.log(bearer, "type:fn", "date:-1", most), operation);
        if (answer instanceof Value.Array events) {
            return events.items().stream().map(FailedNotification::read).toList();
        }
        throw link.unexpected(answer, "a list of log events", operation);
    }

    /**
     * How the tenant sends codes of multi-factor authentication: {@code sms}, {@code voice}, both or neither. Source:
     * Management API, "Get message types".
     */
    public List<String> messageTypes() {
        Operation operation = operations.readingMessageTypes();
        Value answer = link.read(api::messageTypes, operation);
        return items(answer, "message_types", operation).stream()
                .map(item -> {
                    if (item instanceof Value.Text text) {
                        return text.text();
                    }
                    throw link.unexpected(answer, "a list of message types", operation);
                })
                .toList();
    }

    private List<Value> items(Value answer, String key, Operation operation) {
        if (answer instanceof Tree tree && tree.members().get(key) instanceof Value.Array items) {
            return items.items();
        }
        throw link.unexpected(answer, "a list of " + key, operation);
    }

    private PhoneProvider provider(Value answer, Operation operation) {
        return PhoneProvider.read(answer)
                .orElseThrow(() -> link.unexpected(answer, "a phone provider with id and name", operation));
    }

    private PhoneTemplate template(Value answer, Operation operation) {
        return PhoneTemplate.read(answer)
                .orElseThrow(() -> link.unexpected(answer, "a template with a type", operation));
    }
}
