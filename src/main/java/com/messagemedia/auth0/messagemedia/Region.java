package com.messagemedia.auth0.messagemedia;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a MessageMedia account is (MessageMedia documentation, "Base URLs"). A key works in its own region only. */
public enum Region {
    /** Asia and the Pacific, and all keys of hub.messagemedia.com. */
    AU("api.messagemedia.com"),
    /** Europe. */
    EU("eu.app.api.sinch.com"),
    /** The United States. */
    US("us.app.api.sinch.com");

    private final String host;

    Region(String host) {
        this.host = host;
    }

    /** The region with a word that a descriptor uses: au, eu or us. Empty for another word. */
    public static Optional<Region> of(String word) {
        for (Region region : values()) {
            if (region.word().equals(word)) {
                return Optional.of(region);
            }
        }
        return Optional.empty();
    }

    /** The word for it in a descriptor. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The host of MessageMedia's API there. */
    public String host() {
        return host;
    }

    /** The address of MessageMedia's API there, with a trailing slash. */
    public URI address() {
        return URI.create("https://" + host + "/");
    }

    /** The other regions. A refused key may belong to one of them. */
    public List<Region> others() {
        return Stream.of(values()).filter(region -> region != this).toList();
    }

    /** Whether the published code of MessageMedia's gateway for Auth0 sends its requests there. */
    public boolean isTheGateways() {
        return this == AU;
    }
}
