package com.messagemedia.auth0.browser;

import java.util.List;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * How somebody looks at a page.
 *
 * @param width of the window, in pixels
 * @param scheme "light" or "dark"
 * @param media "screen" or "print"
 */
public record Look(int width, String scheme, String media) {

    /** The window of a phone that is small. */
    public static final Look PHONE = new Look(360, "light", "screen");

    /** The window of a desktop. */
    public static final Look DESK = new Look(1200, "light", "screen");

    private static final int HEIGHT = 900;

    /** The same in dark colours. */
    public Look dark() {
        return new Look(width, "dark", media);
    }

    /** The same on paper. */
    public Look printed() {
        return new Look(width, scheme, "print");
    }

    /** The same in a window of another width. */
    public Look wide(int pixels) {
        return new Look(pixels, scheme, media);
    }

    /** How it is named in the name of a picture, such as "360-dark". */
    public String words() {
        return width + "-" + (media.equals("print") ? media : scheme);
    }

    void apply(ChromeDriver driver) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        media,
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }
}
