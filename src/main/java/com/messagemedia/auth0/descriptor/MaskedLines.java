package com.messagemedia.auth0.descriptor;

import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The masked lines of a file, made when a message shows the first of them: a file without a fault needs none. */
final class MaskedLines extends AbstractList<String> {

    private final int count;
    private final Supplier<List<String>> mask;
    private Optional<List<String>> masked = Optional.empty();

    /**
     * Lines that a mask makes.
     *
     * @param count how many lines the file has
     * @param mask makes that many lines, the same at each call
     */
    MaskedLines(int count, Supplier<List<String>> mask) {
        this.count = count;
        this.mask = mask;
    }

    @Override
    public int size() {
        return count;
    }

    @Override
    public String get(int line) {
        if (masked.isEmpty()) {
            masked = Optional.of(mask.get());
        }
        return masked.orElseThrow().get(line);
    }
}
