package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.http.ClientLoading;
import com.messagemedia.auth0.http.SharedTrust;
import com.messagemedia.auth0.redaction.Fingerprints;
import com.messagemedia.auth0.schema.DescriptorSchema;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Loads in a second thread what the goal is about to use, while the goal checks parameters and descriptor: Java's first use
 * of a class is slow. It sends nothing, and what it finds wrong the goal finds itself. No thread outlives the goal, unless
 * somebody interrupts it; then this one ends by itself soon after.
 */
final class HeadStart {

    /** A larger file is no descriptor. */
    private static final long MOST_BYTES = 1024 * 1024;

    /** The tenants that a descriptor's text names, whatever the environment. */
    private static final Pattern DOMAIN = Pattern.compile("\\bdomain:\\s*[\"']?([^\\s\"',}]+)");

    private final Optional<Thread> thread;

    private HeadStart(Optional<Thread> thread) {
        this.thread = thread;
    }

    /** Loads what reads a descriptor, if there is one. */
    static HeadStart forReading(Optional<Path> descriptor) {
        return descriptor.isPresent() ? start(DescriptorSchema::compile) : new HeadStart(Optional.empty());
    }

    /**
     * Loads what reads a descriptor and sends requests to its tenant, if there is a descriptor.
     *
     * @param trust where the goal finds the trusted authorities
     */
    static HeadStart forTenant(Optional<Path> descriptor, SharedTrust trust) {
        return descriptor.isPresent() ? start(() -> loadAll(descriptor.get(), trust)) : new HeadStart(Optional.empty());
    }

    static HeadStart start(Runnable loading) {
        Thread thread = new Thread(
                () -> {
                    try {
                        loading.run();
                    } catch (RuntimeException | LinkageError unused) {
                        // The goal does the same right away, and reports it.
                    }
                },
                "messagemedia-head-start");
        thread.setDaemon(true);
        thread.start();
        return new HeadStart(Optional.of(thread));
    }

    private static void loadAll(Path descriptor, SharedTrust trust) {
        DescriptorSchema.compile();
        ClientLoading.load(URI.create(hasRemoteTenant(descriptor) ? "https://localhost/" : "http://localhost/"), trust);
        Fingerprints.random().of("");
    }

    /** Whether a tenant is somewhere else, and so needs TLS. */
    static boolean hasRemoteTenant(Path descriptor) {
        Matcher domains = DOMAIN.matcher(text(descriptor));
        while (domains.find()) {
            String domain = domains.group(1);
            if (!domain.startsWith("http://") && !domain.startsWith("sandbox")) {
                return true;
            }
        }
        return false;
    }

    private static String text(Path file) {
        try {
            return Files.size(file) > MOST_BYTES ? "" : Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unused) {
            return "";
        }
    }

    /** Waits for the thread, which is long done unless the goal failed early. */
    void close() {
        if (thread.isPresent()) {
            try {
                thread.get().join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
