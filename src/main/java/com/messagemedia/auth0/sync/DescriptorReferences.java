package com.messagemedia.auth0.sync;

import com.messagemedia.auth0.connection.Resolution;
import com.messagemedia.auth0.descriptor.ReferenceSource;
import com.messagemedia.auth0.reference.ReferenceLookup;
import com.messagemedia.auth0.reference.ReferenceResolver;
import java.util.Optional;

/** Hands the descriptor's reader what references come to. */
final class DescriptorReferences implements ReferenceSource {

    private final ReferenceLookup lookup;
    private final ReferenceResolver resolver;

    DescriptorReferences(ReferenceLookup lookup) {
        this.lookup = lookup;
        this.resolver = new ReferenceResolver(lookup);
    }

    @Override
    public Resolution resolve(String text) {
        return resolver.resolve(text);
    }

    @Override
    public Optional<ServerLogin> server(String id) {
        return lookup.server(id).map(server -> new ServerLogin(server.username(), server.password()));
    }
}
