package com.messagemedia.auth0.doctor;

import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.messagemedia.MessageMediaClient;
import com.messagemedia.auth0.messagemedia.MessageMediaClient.AccountAnswer;
import com.messagemedia.auth0.messagemedia.MessageMediaClient.CredentialCheck;
import com.messagemedia.auth0.messagemedia.Region;
import com.messagemedia.auth0.model.CheckResult;
import com.messagemedia.auth0.model.Options;
import java.util.ArrayList;
import java.util.List;

/**
 * The MessageMedia account that these options send with, and its sender.
 *
 * @param options the options
 * @param gateway the gateway's host
 */
record AccountExamination(Options options, String gateway) {

    private static final String CREDENTIALS = "credentials";

    List<CheckResult> links(SendingExamination sending) {
        if (!MessageMediaAccount.isMessageMedias(options)) {
            return List.of(CheckResult.unknown(
                    CREDENTIALS,
                    gateway + " is not MessageMedia's gateway, so MessageMedia cannot check its credentials",
                    "Send a code with messagemedia:try."));
        }
        try (MessageMediaClient client = MessageMediaAccount.client(
                        options, sending.tenant(), sending.region(), sending.http())
                .orElse(null)) {
            if (client == null) {
                return List.of(CheckResult.broken(
                        CREDENTIALS,
                        "the options hold no API key and secret",
                        "Write apiKey and apiSecret under" + " messageMedia."));
            }
            AccountAnswer answer = sending.asked().ask(client);
            List<CheckResult> links = new ArrayList<>(List.of(
                    credentials(answer.check(), sending.region()), new SenderExamination(from()).link(answer, client)));
            links.addAll(new SenderExamination(from()).countries());
            return links;
        }
    }

    private String from() {
        return OptionPaths.text(options, OptionPaths.FROM).orElse("");
    }

    private static CheckResult credentials(CredentialCheck check, Region region) {
        return switch (check.verdict()) {
            case ACCEPTED ->
                region.isTheGateways()
                        ? CheckResult.ok(CREDENTIALS, check.reason())
                        : CheckResult.warning(CREDENTIALS, check.reason(), GatewayPreflight.ELSEWHERE);
            case REFUSED -> CheckResult.broken(CREDENTIALS, check.reason(), GatewayPreflight.NEW_PAIR);
            case INCONCLUSIVE ->
                CheckResult.unknown(
                        CREDENTIALS, check.reason(), "Send a code with messagemedia:try, or try again later.");
        };
    }
}
