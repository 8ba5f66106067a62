package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.sandbox.Endpoint.Call;
import com.messagemedia.auth0.sandbox.Endpoint.Reply;
import com.messagemedia.auth0.sandbox.RateLimit.Bucket;
import com.messagemedia.auth0.sandbox.Tokens.Grant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What every Management API request passes first: the rate limit, the token, the scope. */
final class ManagementGate {

    private static final Pattern BEARER = Pattern.compile("Bearer ([A-Za-z0-9._~+/=-]+)", Pattern.CASE_INSENSITIVE);

    private final Tokens tokens;
    private final Bucket others;
    private final Bucket reads;

    ManagementGate(Tokens tokens, SandboxSettings settings) {
        this.tokens = tokens;
        this.others = new Bucket(settings.rateLimit().everythingElse(), settings.clock());
        this.reads = settings.rateLimit()
                .readConnections()
                .map(budget -> new Bucket(budget, settings.clock()))
                .orElse(others);
    }

    /** A route that reads connections, which have a budget of their own. */
    Endpoint reading(Guarded guarded) {
        return call -> pass(reads, "read:connections", guarded, call);
    }

    /** Any other route. */
    Endpoint behind(String scope, Guarded guarded) {
        return call -> pass(others, scope, guarded, call);
    }

    private Reply pass(Bucket bucket, String scope, Guarded guarded, Call call) {
        Map<String, String> limits = bucket.take();
        try {
            return guarded.answer(call, authorised(call, scope)).with(limits);
        } catch (ApiError refusal) {
            return refusal.reply().with(limits);
        }
    }

    private Grant authorised(Call call, String scope) {
        Matcher header = BEARER.matcher(call.authorization().orElse(""));
        if (!header.matches()) {
            throw ApiError.of(400, "Bad HTTP authentication header format", "Bearer");
        }
        Grant grant = tokens.grantOf(header.group(1));
        if (!grant.has(scope)) {
            throw ApiError.of(403, "Insufficient scope, expected any of: " + scope, "insufficient_scope");
        }
        return grant;
    }

    /** A route's answer to a caller whose grant is known. */
    @FunctionalInterface
    interface Guarded {

        Reply answer(Call call, Grant grant);
    }
}
