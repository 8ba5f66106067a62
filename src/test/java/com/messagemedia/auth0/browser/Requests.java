package com.messagemedia.auth0.browser;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** What a page requests, and what it complains about. ChromeDriver hands out each line of its logs once. */
final class Requests {

    private static final Set<String> WITHOUT_A_HOST = Set.of("about", "blob", "data", "file");

    private final ChromeDriver driver;
    private final List<URI> made = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    Requests(ChromeDriver driver) {
        this.driver = driver;
    }

    void forget() {
        read();
        made.clear();
        complaints.clear();
    }

    List<String> complaints() {
        read();
        return List.copyOf(complaints);
    }

    List<String> foreign(URI page) {
        read();
        return made.stream()
                .filter(request -> !WITHOUT_A_HOST.contains(request.getScheme()))
                .filter(request -> !request.getRawAuthority().equals(page.getRawAuthority()))
                .map(URI::toString)
                .toList();
    }

    private void read() {
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                complaints.add(entry.getMessage());
            }
        }
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            Map<?, ?> message = member(new Json().toType(entry.getMessage(), Json.MAP_TYPE), "message");
            if ("Network.requestWillBeSent".equals(message.get("method"))) {
                Map<?, ?> request = member(member(message, "params"), "request");
                made.add(URI.create(String.valueOf(request.get("url")).replaceAll("^(data:[^,]*),.*", "$1,")));
            }
        }
    }

    private static Map<?, ?> member(Map<?, ?> object, String name) {
        return (Map<?, ?>) object.get(name);
    }
}
