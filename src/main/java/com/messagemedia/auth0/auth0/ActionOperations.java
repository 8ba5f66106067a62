package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.auth0.Operation.Kind;
import com.messagemedia.auth0.auth0.Operation.Subject;
import com.messagemedia.auth0.model.TenantAddress;
import java.util.List;

/** The operations on Actions at a tenant, with the scopes of the Management API's reference. */
record ActionOperations(TenantAddress tenant) {

    private static final List<String> READ = List.of("read:actions");
    private static final List<String> CREATE = List.of("create:actions");
    private static final List<String> UPDATE = List.of("update:actions");

    Operation listing(String trigger) {
        return new Operation("Reading the Actions for " + trigger + " of " + tenant, Kind.LIST, READ, Subject.ACTION);
    }

    Operation reading(String id) {
        return new Operation("Reading Action " + id + " of " + tenant, Kind.READ, READ, Subject.ACTION);
    }

    Operation readingVersions(String id) {
        return new Operation("Reading the versions of Action " + id + " of " + tenant, Kind.READ, READ, Subject.ACTION);
    }

    Operation readingBindings(String trigger) {
        return new Operation("Reading the bindings of " + trigger + " of " + tenant, Kind.LIST, READ, Subject.BINDING);
    }

    Operation creating(String trigger) {
        return new Operation(
                "Creating the Action for " + trigger + " in " + tenant, Kind.CREATE, CREATE, Subject.ACTION);
    }

    Operation updating(String id) {
        return new Operation("Changing Action " + id + " of " + tenant, Kind.WRITE, UPDATE, Subject.ACTION);
    }

    Operation deploying(String id) {
        return new Operation("Deploying Action " + id + " of " + tenant, Kind.WRITE, CREATE, Subject.ACTION);
    }

    Operation deployingVersion(String id, String version) {
        return new Operation(
                "Deploying version " + version + " of Action " + id + " of " + tenant,
                Kind.WRITE,
                CREATE,
                Subject.ACTION);
    }

    Operation binding(String id, String trigger) {
        return new Operation(
                "Binding Action " + id + " to " + trigger + " of " + tenant, Kind.WRITE, UPDATE, Subject.BINDING);
    }
}
