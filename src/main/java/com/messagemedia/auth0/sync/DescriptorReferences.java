package com.messagemedia.auth0.sync;

import com.messagemedia.auth0.descriptor.ReferenceSource;
import com.messagemedia.auth0.reference.ReferenceLookup;
import com.messagemedia.auth0.reference.ReferenceResolver;
import com.messagemedia.auth0.reference.Resolution;
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
    public Resolved resolve(String text) {
        Resolution resolution = resolver.resolve(text);
        return new Resolved(
                resolution.text(),
                resolution.missing(),
                resolution.unreadable(),
                resolution.confidentialValues(),
                resolution.wholeValue());
    }

    @Override
    public Optional<ServerLogin> server(String id) {
        return lookup.server(id).map(server -> new ServerLogin(server.username(), server.password()));
    }
}
