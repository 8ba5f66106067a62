package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.sandbox.Endpoint.ApiRequest;
import com.messagemedia.auth0.sandbox.Endpoint.Reply;
import com.messagemedia.auth0.sandbox.RateLimit.Bucket;
import com.messagemedia.auth0.sandbox.Tokens.Grant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks every Management API request first: the rate limit, the token, the scope. */
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

    /** A route that reads connections. These routes have their own rate limit. */
    Endpoint reading(Guarded guarded) {
        return request -> pass(reads, "read:connections", guarded, request);
    }

    /** Any other route. */
    Endpoint behind(String scope, Guarded guarded) {
        return request -> pass(others, scope, guarded, request);
    }

    private Reply pass(Bucket bucket, String scope, Guarded guarded, ApiRequest request) {
        Map<String, String> limits = bucket.take();
        try {
            return guarded.answer(request, authorised(request, scope)).with(limits);
        } catch (ApiError refusal) {
            return refusal.reply().with(limits);
        }
    }

    private Grant authorised(ApiRequest request, String scope) {
        Matcher header = BEARER.matcher(request.authorization().orElse(""));
        if (!header.matches()) {
            throw ApiError.of(400, "Bad HTTP authentication header format", "Bearer");
        }
        Grant grant = tokens.grantOf(header.group(1));
        if (!grant.has(scope)) {
            throw ApiError.of(403, "Insufficient scope, expected any of: " + scope, "insufficient_scope");
        }
        return grant;
    }

    /** Answers a request whose grant is known. */
    @FunctionalInterface
    interface Guarded {

        Reply answer(ApiRequest request, Grant grant);
    }
}
