package com.messagemedia.auth0.testing;

import static com.messagemedia.auth0.testing.Rehearsal.json;

import com.messagemedia.auth0.delivery.gateway.GatewayOptions;
import com.messagemedia.auth0.delivery.gateway.GatewaySending;
import com.messagemedia.auth0.merge.ConflictPolicies;
import com.messagemedia.auth0.merge.ConflictPolicies.ConflictPolicy;
import com.messagemedia.auth0.merge.MergeInput;
import com.messagemedia.auth0.merge.MergeInput.Base;
import com.messagemedia.auth0.merge.MergeInput.Desired;
import com.messagemedia.auth0.merge.MergeInput.OtherOwners;
import com.messagemedia.auth0.merge.ThreeWayMerge;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.plan.Plan.Target;
import com.messagemedia.auth0.plan.Planner;
import java.util.Optional;
import java.util.Set;

/** Plans of the gateway's delivery from JSON, without a tenant and without an applied record. */
public final class GatewayPlans {

    public static final Target TARGET = new Target("acme.eu.auth0.com", "sms", "con_x", Optional.empty());
    /** Members of options that send through MessageMedia's gateway. */
    public static final String UNIT =
            "\"provider\":\"sms_gateway\",\"gateway_url\":\"https://auth0-api.messagemedia.com/m\","
                    + "\"gateway_authentication\":{\"method\":\"bearer\",\"subject\":\"s\",\"audience\":\"a\",\"secret\":\"k\"}";

    private GatewayPlans() {}

    public static Options options(String json) {
        return new Options((Tree) json(json));
    }

    public static MergeInput input(String live, String desired) {
        return new MergeInput(
                Base.NOTHING,
                new Desired(options(desired), Set.of()),
                options(live),
                OtherOwners.NONE,
                ConflictPolicies.all(ConflictPolicy.FAIL),
                GatewayOptions.MERGE_RULES);
    }

    public static Plan plan(String live, String desired) {
        MergeInput input = input(live, desired);
        return Planner.plan(TARGET, input, ThreeWayMerge.merge(input), new GatewaySending(Optional.empty()));
    }
}
