package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.auth0.Operation.Kind;
import com.messagemedia.auth0.auth0.Operation.Subject;
import com.messagemedia.auth0.model.TenantAddress;
import java.util.List;

/** The operations on phone providers and templates at a tenant, with the scopes of the Management API's reference. */
record PhoneOperations(TenantAddress tenant) {

    Operation readingProviders() {
        return new Operation(
                "Reading the phone providers of " + tenant,
                Kind.LIST,
                List.of("read:phone_providers"),
                Subject.PHONE_PROVIDER);
    }

    Operation readingLog() {
        return new Operation("Reading the log of " + tenant, Kind.LIST, List.of("read:logs"), Subject.LOG);
    }

    Operation readingMessageTypes() {
        return new Operation(
                "Reading how " + tenant + " sends codes of multi-factor authentication",
                Kind.LIST,
                List.of("read:guardian_factors"),
                Subject.MESSAGE_TYPES);
    }

    Operation creatingProvider() {
        return new Operation(
                "Creating the phone provider in " + tenant,
                Kind.CREATE,
                List.of("create:phone_providers"),
                Subject.PHONE_PROVIDER);
    }

    Operation updatingProvider(String id) {
        return new Operation(
                "Changing phone provider " + id + " of " + tenant,
                Kind.WRITE,
                List.of("update:phone_providers"),
                Subject.PHONE_PROVIDER);
    }

    Operation readingTemplates() {
        return new Operation(
                "Reading the phone templates of " + tenant,
                Kind.LIST,
                List.of("read:phone_templates"),
                Subject.PHONE_TEMPLATE);
    }

    Operation creatingTemplate(String type) {
        return new Operation(
                "Creating phone template " + type + " in " + tenant,
                Kind.CREATE,
                List.of("create:phone_templates"),
                Subject.PHONE_TEMPLATE);
    }

    Operation updatingTemplate(String id) {
        return new Operation(
                "Changing phone template " + id + " of " + tenant,
                Kind.WRITE,
                List.of("update:phone_templates"),
                Subject.PHONE_TEMPLATE);
    }
}
