package com.messagemedia.benchmarks;

import com.messagemedia.auth0.delivery.DescriptorSource;
import com.messagemedia.auth0.delivery.gateway.GatewayDelivery;
import com.messagemedia.auth0.delivery.phone.PhoneDelivery;
import com.messagemedia.auth0.descriptor.DeliveryChoices;
import com.messagemedia.auth0.descriptor.ReferenceLookup;
import com.messagemedia.auth0.descriptor.ReferenceName;
import com.messagemedia.auth0.descriptor.Validation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The reading and checking of a descriptor: the YAML, the schema and the rules. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ValidationBenchmark {

    private static final String DESCRIPTOR =
            """
            version: 1
            tenant:
              domain: sandbox/${messagemedia.environment}
            messageMedia:
              apiKey: ${env.MESSAGEMEDIA_API_KEY}
              apiSecret: ${env.MESSAGEMEDIA_API_SECRET}
              from: "+61491570156"
            options:
              template: "Your code is @@password@@"
              syntax: md_with_macros
              totp: {length: 6, time_step: 300}
            remove: [messaging_service_sid]
            environments:
            """;

    /** How many environments the descriptor has. */
    @Param({"1", "200"})
    public int environments;

    private Path file;
    private DescriptorSource source;

    /** Writes the descriptor, and makes sure that it is a valid one. */
    @Setup
    public void prepare() throws IOException {
        StringBuilder text = new StringBuilder(DESCRIPTOR);
        for (int each = 0; each < environments; each++) {
            text.append("  tenant-").append(each).append(": {}\n");
        }
        file = Files.createTempFile("messagemedia-auth0", ".yaml");
        Files.writeString(file, text);
        source = new DescriptorSource(
                file,
                new NothingKnown(),
                DeliveryChoices.of(new GatewayDelivery().rules(), new PhoneDelivery().rules()));
        if (!validate().diagnostics().isEmpty()) {
            throw new IllegalStateException("not a valid descriptor: " + validate().diagnostics());
        }
    }

    /** Deletes the descriptor. */
    @TearDown
    public void delete() throws IOException {
        Files.delete(file);
    }

    /** Reads and checks all environments once. */
    @Benchmark
    public Validation validate() {
        return source.validate(Optional.empty());
    }

    /** A build that sets no variable. A reference to nothing is no fault in a validation. */
    private static final class NothingKnown implements ReferenceLookup {

        @Override
        public Optional<String> environment(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<String> file(String path) {
            return Optional.empty();
        }

        @Override
        public boolean leadsOut(String path) {
            return false;
        }

        @Override
        public boolean allows(ReferenceName name) {
            return true;
        }

        @Override
        public Optional<String> property(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<ServerCredentials> server(String id) {
            return Optional.empty();
        }
    }
}
