package com.messagemedia.auth0.delivery.phone;

import com.messagemedia.auth0.delivery.phone.ActionHeader.Marked;
import com.messagemedia.auth0.messagemedia.Region;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The settings that stand in the Action's code as constants. It is the way back from {@link ActionCode#render()}.
 *
 * @param region where the account is; empty for the usual one
 * @param from the sender for all recipients without a prefix of their own
 * @param senders the sender by prefix
 */
record ActionSettings(Optional<Region> region, Optional<String> from, Map<String, String> senders) {

    private static final Pattern HOST = Pattern.compile("(?m)^const HOST = '([^'\\n]*)';$");
    private static final Pattern SENDERS = Pattern.compile("(?ms)^const SENDERS = \\[\\n(.*?)^\\];$");
    private static final Pattern PAIR = Pattern.compile("(?m)^  \\['([^'\\n]*)', '([^'\\n]*)'\\],$");
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");
    private static final String ANY_NUMBER = "+";

    ActionSettings {
        senders = Map.copyOf(senders);
    }

    /** Returns the settings in an Action's code; empty if this plugin did not write it or somebody edited it. */
    static Optional<ActionSettings> of(String code) {
        return Marked.of(code).map(Marked::body).map(ActionSettings::in);
    }

    private static ActionSettings in(String body) {
        Map<String, String> senders = new LinkedHashMap<>();
        Matcher list = SENDERS.matcher(body);
        if (list.find()) {
            PAIR.matcher(list.group(1))
                    .results()
                    .forEach(pair -> senders.put(plain(pair.group(1)), plain(pair.group(2))));
        }
        Optional<String> from = Optional.ofNullable(senders.remove(ANY_NUMBER));
        Matcher host = HOST.matcher(body);
        Optional<Region> region = host.find() ? region(plain(host.group(1))) : Optional.empty();
        return new ActionSettings(region, from, senders);
    }

    private static Optional<Region> region(String host) {
        return Stream.of(Region.values())
                .filter(region -> region != Region.AU && region.host().equals(host))
                .findFirst();
    }

    private static String plain(String text) {
        return ESCAPE.matcher(text).replaceAll(ActionSettings::character);
    }

    private static String character(MatchResult escape) {
        return Matcher.quoteReplacement(Character.toString(Integer.parseInt(escape.group(1), 16)));
    }
}
