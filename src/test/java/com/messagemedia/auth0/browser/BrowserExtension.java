package com.messagemedia.auth0.browser;

import com.messagemedia.auth0.testing.Programs;
import com.messagemedia.auth0.testing.SharedProgram;
import java.nio.file.Path;
import java.util.Optional;

/** Starts one browser for a class of tests and ends it with the class. */
final class BrowserExtension extends SharedProgram<Browser> {

    private final Optional<Path> chromium = Programs.find("chromium", "chromium-browser", "google-chrome");
    private final Optional<Path> driver = Programs.find("chromedriver");

    BrowserExtension() {
        super(Browser.class);
    }

    @Override
    protected Optional<String> missing() {
        return chromium.isPresent() && driver.isPresent()
                ? Optional.empty()
                : Optional.of("needs a browser: chromium and chromedriver are not both on the PATH.");
    }

    @Override
    protected Browser start() {
        return new Browser(chromium.orElseThrow(), driver.orElseThrow());
    }
}
