package com.messagemedia.auth0.management;

import com.messagemedia.auth0.connection.Secret;
import com.messagemedia.auth0.connection.Value;
import com.messagemedia.auth0.connection.Value.Tree;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request for a code.
 *
 * @param clientId the application that a user would sign in to
 * @param clientSecret its client secret; empty for a public application
 * @param connection the connection's name
 * @param phoneNumber who gets the code, in international form
 */
public record PasswordlessStart(String clientId, Optional<Secret> clientSecret, String connection, String phoneNumber) {

    Tree body() {
        Map<String, Value> members = new LinkedHashMap<>();
        members.put("client_id", Value.of(clientId));
        clientSecret.ifPresent(secret -> members.put("client_secret", Value.of(secret.reveal())));
        members.put("connection", Value.of(connection));
        members.put("phone_number", Value.of(phoneNumber));
        members.put("send", Value.of("code"));
        return new Tree(members);
    }
}
