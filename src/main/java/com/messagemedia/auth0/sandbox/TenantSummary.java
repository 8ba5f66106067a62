package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value.Tree;
import java.util.List;
import java.util.stream.Collectors;

/** A tenant in a few words: what its SMS connections send through, and whether somebody manages them. */
final class TenantSummary {

    private TenantSummary() {}

    /** The words for a tenant. */
    static String of(Tenant tenant) {
        try {
            return of(tenant.state());
        } catch (Fault unused) {
            return "its state file is not usable";
        }
    }

    private static String of(TenantState state) {
        List<Tree> sms = state.items(TenantPart.CONNECTIONS).stream()
                .filter(connection -> ConnectionTree.strategy(connection).equals("sms"))
                .toList();
        return sms.isEmpty()
                ? "no SMS connection"
                : sms.stream()
                        .map(connection -> ConnectionTree.name(connection) + " sends through " + way(state, connection)
                                + record(connection))
                        .collect(Collectors.joining("; "));
    }

    private static String record(Tree connection) {
        return Members.tree(connection, "metadata").members().isEmpty() ? ", nothing applied yet" : ", applied";
    }

    private static String way(TenantState state, Tree connection) {
        Options options = new Options(Members.tree(connection, "options"));
        if (PasswordlessEndpoint.usesProvider(state, options)) {
            return state.items(TenantPart.PHONE_PROVIDERS).stream()
                    .findFirst()
                    .map(TenantSummary::provider)
                    .orElse("a phone provider, but has none");
        }
        return OptionPaths.usesGateway(options) ? "the SMS gateway" : "Twilio";
    }

    private static String provider(Tree provider) {
        String name = Members.text(provider, "name").equals("twilio")
                ? "the phone provider Twilio"
                : "the phone provider's Action";
        return name + (Members.isTrue(provider, "disabled") ? ", which is off" : "");
    }
}
