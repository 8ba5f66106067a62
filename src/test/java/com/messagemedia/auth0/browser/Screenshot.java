package com.messagemedia.auth0.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/** A picture of a whole page, for somebody who looks at what the tests saw. */
final class Screenshot {

    private static final Path FOLDER = Path.of("target", "screenshots");

    private Screenshot() {}

    static Path take(ChromeDriver driver, String name) {
        Map<String, Object> picture = driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        try {
            Files.createDirectories(FOLDER);
            return Files.write(
                    FOLDER.resolve(name + ".png"), Base64.getDecoder().decode(String.valueOf(picture.get("data"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
