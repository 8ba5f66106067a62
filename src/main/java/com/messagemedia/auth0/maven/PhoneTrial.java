package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.phone.MessageMediaAnswers;
import com.messagemedia.auth0.messagemedia.MessageStatus;
import com.messagemedia.auth0.messagemedia.MessageStatus.Progress;
import com.messagemedia.auth0.report.TrialReport;
import com.messagemedia.auth0.testmessage.ActionMessage;
import com.messagemedia.auth0.testmessage.MessageWatch;
import java.util.ArrayList;
import java.util.List;

/**
 * A trial of a tenant that sends through its phone provider.
 *
 * @param watch how to follow a message that is sent without Auth0
 */
record PhoneTrial(MessageWatch watch) implements Trial {

    @Override
    public String sender() {
        return "MessageMedia";
    }

    @Override
    public String difference() {
        return "The message goes out with the descriptor's values.";
    }

    @Override
    public List<String> direct(TryRequest request, PreparedChange planned) {
        OpenTenant tenant = request.tenant();
        long seconds = watch.patience().toSeconds();
        tenant.output()
                .info(List.of("Sending the message through MessageMedia, without Auth0, and following it for at most "
                        + seconds + " seconds."));
        MessageStatus status =
                new ActionMessage(tenant.descriptor(), tenant.address(), tenant.http(), watch).send(request.number());
        MessageMediaAnswers.lost(status, request.number()).ifPresent(fault -> {
            throw fault;
        });
        List<String> lines =
                new ArrayList<>(MessageMediaAnswers.told(status, request.number(), seconds, request.whereToLook()));
        if (status.progress() == Progress.DELIVERED && tenant.address().isLoopback()) {
            lines.add(request.whereToLook());
        }
        return lines;
    }

    @Override
    public List<String> taken(TryRequest request, PreparedChange planned) {
        return TrialReport.takenByPhoneProvider(request.number(), request.whereToLook());
    }

    @Override
    public String remedy(String description) {
        return "Auth0 does not send this connection's messages through the phone provider yet. Apply the descriptor, then"
                + " try again.";
    }
}
