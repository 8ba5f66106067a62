package com.messagemedia.auth0.messagemedia;

import com.messagemedia.auth0.connection.Value;
import com.messagemedia.auth0.connection.Value.Tree;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A message as Auth0 hands it to a gateway.
 *
 * @param recipient who gets it, in international form
 * @param text the whole text
 * @param sender who it is from; empty where the connection names nobody
 */
public record GatewayMessage(String recipient, String text, Optional<String> sender) {

    Tree body() {
        Map<String, Value> members = new LinkedHashMap<>();
        members.put("recipient", Value.of(recipient));
        members.put("body", Value.of(text));
        sender.ifPresent(from -> members.put("sender", Value.of(from)));
        return new Tree(members);
    }
}
