package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.http.CaCertificates;
import com.messagemedia.auth0.http.ClientLoading;
import com.messagemedia.auth0.http.SharedTrust;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.redaction.Fingerprints;
import com.messagemedia.auth0.schema.DescriptorSchema;
import com.messagemedia.auth0.store.InputFile;
import com.messagemedia.auth0.store.InputFile.SizeLimit;
import com.messagemedia.auth0.store.Unreadable;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Loads in threads of its own what the goal is about to use, while the goal checks parameters and descriptor: Java's first
 * use of a class is slow. It sends nothing, and what it finds wrong the goal finds itself. None of these threads outlives the
 * goal, unless somebody interrupts it; then they end by themselves soon after.
 */
final class HeadStart {

    /** A larger file is no descriptor. */
    private static final long MOST_BYTES = 1024 * 1024;

    /** The tenants that a descriptor's text names, whatever the environment. */
    private static final Pattern DOMAIN = Pattern.compile("\\bdomain:\\s*[\"']?([^\\s\"',}]+)");

    private static final Pattern AUTHORITIES = Pattern.compile("\\bcaCertificates:\\s*[\"']?([^\\s\"',}]+)");

    private final List<Thread> threads;

    private HeadStart(List<Thread> threads) {
        this.threads = threads;
    }

    /** Loads what reads a descriptor, if there is one. */
    static HeadStart forReading(Optional<Path> descriptor) {
        return descriptor.isPresent() ? start(DescriptorSchema::get) : start();
    }

    /**
     * Loads what reads a descriptor and what sends requests to its tenant, side by side, if there is a descriptor.
     *
     * @param trust where the goal finds the trusted authorities
     */
    static HeadStart forTenant(Optional<Path> descriptor, SharedTrust trust) {
        return descriptor.isPresent()
                ? start(DescriptorSchema::get, () -> loadClient(descriptor.get(), trust))
                : start();
    }

    static HeadStart start(Runnable... loadings) {
        List<Thread> threads = new ArrayList<>();
        for (Runnable loading : loadings) {
            Thread thread = new Thread(() -> load(loading), "messagemedia-head-start");
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        return new HeadStart(threads);
    }

    private static void load(Runnable loading) {
        try {
            loading.run();
        } catch (RuntimeException | LinkageError unused) {
            // The goal does the same right away, and reports it.
            return;
        }
    }

    private static void loadClient(Path descriptor, SharedTrust trust) {
        String text = text(descriptor);
        if (isRemote(text)) {
            ClientLoading.load(URI.create("https://127.0.0.1/"), authorities(descriptor, text), trust);
        } else {
            ClientLoading.load(URI.create("http://127.0.0.1/"), List.of(), trust);
        }
        Fingerprints.random().of("");
    }

    /** The authorities of the first file that a descriptor names; none if it cannot be read. */
    static List<X509Certificate> authorities(Path descriptor, String text) {
        Matcher files = AUTHORITIES.matcher(text);
        try {
            return files.find()
                    ? CaCertificates.of(
                            new InputFile(descriptor.resolveSibling(files.group(1)), SizeLimit.SOURCE).bytes(), "")
                    : List.of();
        } catch (Unreadable | InvalidPathException | Fault unused) {
            return List.of();
        }
    }

    /** Whether a tenant is somewhere else, and so needs TLS. */
    static boolean isRemote(String descriptor) {
        Matcher domains = DOMAIN.matcher(descriptor);
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

    /** Waits for the threads, which are long done unless the goal failed early. */
    void close() {
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
