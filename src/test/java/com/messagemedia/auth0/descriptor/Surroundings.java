package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.connection.Secret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What references lead to in a test. Names that begin with env. or file: are confidential, as in the real thing. */
final class Surroundings implements ReferenceSource {

    private static final Pattern REFERENCE = Pattern.compile("(?<!\\$)\\$\\{([^}]+)}");

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, ServerLogin> servers = new HashMap<>();

    Surroundings with(String name, String value) {
        values.put(name, value);
        return this;
    }

    Surroundings withServer(String id, String username, String password) {
        servers.put(id, new ServerLogin(username, new Secret(password)));
        return this;
    }

    @Override
    public Resolved resolve(String text) {
        List<String> missing = new ArrayList<>();
        List<String> confidential = new ArrayList<>();
        String resolved = REFERENCE.matcher(text).replaceAll(match -> {
            String name = match.group(1);
            if (!values.containsKey(name)) {
                missing.add(name);
                return Matcher.quoteReplacement(match.group());
            }
            if (name.startsWith("env.") || name.startsWith("file:")) {
                confidential.add(values.get(name));
            }
            return Matcher.quoteReplacement(values.get(name));
        });
        boolean whole = REFERENCE.matcher(text).matches();
        return new Resolved(resolved.replace("$${", "${"), missing, Map.of(), confidential, whole);
    }

    @Override
    public Optional<ServerLogin> server(String id) {
        return Optional.ofNullable(servers.get(id));
    }
}
