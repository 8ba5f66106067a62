package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.connection.ReferenceName;
import com.messagemedia.auth0.connection.Resolution;
import com.messagemedia.auth0.connection.ResolvedReference;
import com.messagemedia.auth0.connection.ResolvedReference.Doubt;
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
    public Resolution resolve(String text) {
        List<ResolvedReference> references = new ArrayList<>();
        String resolved = REFERENCE.matcher(text).replaceAll(match -> {
            ReferenceName name = new ReferenceName(match.group(1));
            Optional<String> value = Optional.ofNullable(values.get(name.text()));
            references.add(new ResolvedReference(name, value, Optional.empty(), doubt(name)));
            return Matcher.quoteReplacement(value.orElse(match.group()));
        });
        boolean whole = REFERENCE.matcher(text).matches();
        return new Resolution(resolved.replace("$${", "${"), references, whole);
    }

    private static Optional<Doubt> doubt(ReferenceName name) {
        if (name.isFile() && name.path().startsWith("/")) {
            return Optional.of(Doubt.OUTSIDE);
        }
        return name.saysCredential() ? Optional.of(Doubt.CREDENTIAL) : Optional.empty();
    }

    @Override
    public Optional<ServerLogin> server(String id) {
        return Optional.ofNullable(servers.get(id));
    }
}
