package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.gateway.GatewayAnswers;
import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.messagemedia.GatewayClient.GatewayAnswer;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.report.TrialReport;
import java.util.List;

/** A trial of a connection that sends through the SMS gateway. */
record GatewayTrial() implements Trial {

    @Override
    public String sender() {
        return "the gateway";
    }

    @Override
    public String difference() {
        return TrialReport.CURRENT_OPTIONS;
    }

    @Override
    public List<String> direct(TryRequest request, PreparedChange planned) {
        GatewayAnswer answer = request.message().throughGateway(planned.live(), request.number());
        GatewayAnswers.fault(answer).ifPresent(fault -> {
            throw fault;
        });
        return GatewayAnswers.gatewayAnswered(answer.status(), request.number(), request.whereToLook());
    }

    @Override
    public List<String> taken(TryRequest request, PreparedChange planned) {
        Options live = planned.live().options().orElse(Options.EMPTY);
        return TrialReport.taken(request.number(), OptionPaths.usesGateway(live), request.whereToLook());
    }

    @Override
    public String remedy(String description) {
        return GatewayAnswers.remedy(description);
    }
}
