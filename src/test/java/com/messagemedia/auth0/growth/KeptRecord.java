package com.messagemedia.auth0.growth;

import com.messagemedia.auth0.delivery.RecordKeeper;
import com.messagemedia.auth0.delivery.gateway.GatewayOptions;
import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.plan.AppliedRecord;
import com.messagemedia.auth0.plan.AppliedRecord.Present;
import com.messagemedia.auth0.plan.PathCodes;
import java.util.Map;
import java.util.Optional;

/** A record of any length, in memory. */
record KeptRecord(AppliedRecord record) implements RecordKeeper {

    @Override
    public PathCodes codes() {
        return GatewayOptions.CODES;
    }

    @Override
    public AppliedRecord read(Connection live) {
        return record;
    }

    @Override
    public boolean holdsMarksOf(Present next) {
        return true;
    }

    @Override
    public Optional<Map<String, Optional<String>>> metadata(Connection live, Present next) {
        return Optional.empty();
    }

    @Override
    public void requireRoom(Connection live, Present next) {}

    @Override
    public void written(Connection live, Present next) {}
}
