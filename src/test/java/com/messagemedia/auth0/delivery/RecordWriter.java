package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.delivery.RecordKeeper.RecordFile;
import com.messagemedia.auth0.delivery.gateway.GatewayOptions;
import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.plan.AppliedRecord.Present;
import com.messagemedia.auth0.redaction.Fingerprints;
import com.messagemedia.auth0.store.AtomicTextFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiConsumer;

/** Adds records of many tenants to a file; made by the class loader of one module. */
public final class RecordWriter implements BiConsumer<Path, String> {

    static final int TENANTS = 100;

    @Override
    public void accept(Path file, String module) {
        for (int tenant = 0; tenant < TENANTS; tenant++) {
            new RecordFile(new AtomicTextFile(file, "applied record"), module + tenant, "default", GatewayOptions.CODES)
                    .written(Connection.NONE, new Present(Fingerprints.random(), Map.of(), Map.of()));
        }
    }
}
