package com.messagemedia.auth0.browser;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;

/** Runs axe-core, which knows what people need who use a page with a keyboard, a screen reader or large letters. */
final class Axe {

    private static final String RUN = """
            const done = arguments[arguments.length - 1];
            axe.run(document, {resultTypes: ['violations']}).then(
                found => done(found.violations.map(violation => ({
                    rule: violation.id, impact: violation.impact, help: violation.help,
                    nodes: violation.nodes.map(node => node.target.join(' ') + '  ' + node.html.slice(0, 160)
                        + '  ' + (node.any[0] || node.all[0] || node.none[0] || {message: ''}).message)}))),
                fault => done([{rule: 'axe itself', impact: 'critical', help: String(fault), nodes: ['']}]));
            """;

    private Axe() {}

    static List<String> violations(ChromeDriver driver) {
        driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(1));
        if (Boolean.FALSE.equals(driver.executeScript("return typeof axe === 'object'"))) {
            driver.executeScript(script());
        }
        List<?> found = (List<?>) Objects.requireNonNull(driver.executeAsyncScript(RUN));
        return found.stream().flatMap(each -> lines((Map<?, ?>) each)).toList();
    }

    /** A line such as "serious color-contrast: Elements must ... at .count  {@code <td class="count">}  the reason". */
    private static Stream<String> lines(Map<?, ?> violation) {
        String rule = violation.get("impact") + " " + violation.get("rule") + ": " + violation.get("help");
        return ((List<?>) violation.get("nodes")).stream().map(node -> rule + " at " + node);
    }

    private static String script() {
        try (InputStream text = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
