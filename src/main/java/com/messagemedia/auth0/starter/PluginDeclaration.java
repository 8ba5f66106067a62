package com.messagemedia.auth0.starter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * This plugin as a POM declares it. Only {@code validate} is bound: a build checks the descriptor, and changes no tenant.
 *
 * @param version its version; empty if the POM manages it
 * @param descriptor the descriptor's path from the POM's folder on; empty for the usual file
 */
public record PluginDeclaration(Optional<String> version, Optional<String> descriptor) {

    /** The plugin's group. */
    public static final String GROUP = "com.messagemedia";

    /** The plugin's name. */
    public static final String ARTIFACT = "messagemedia-maven-plugin";

    /** The lines of the element, with two spaces for each level. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(
                "<plugin>", "  <groupId>" + GROUP + "</groupId>", "  <artifactId>" + ARTIFACT + "</artifactId>"));
        version.ifPresent(text -> lines.add("  <version>" + escaped(text) + "</version>"));
        descriptor.ifPresent(path -> lines.addAll(
                List.of("  <configuration>", "    <file>" + escaped(path) + "</file>", "  </configuration>")));
        lines.addAll(List.of(
                "  <executions>",
                "    <execution>",
                "      <id>sms-login</id>",
                "      <goals>",
                "        <goal>validate</goal>",
                "      </goals>",
                "    </execution>",
                "  </executions>",
                "</plugin>"));
        return lines;
    }

    /** The text for any encoding that has ASCII. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(letter -> {
            if (letter < 0x7F && "<>&".indexOf(letter) < 0) {
                escaped.append((char) letter);
            } else {
                escaped.append("&#").append(letter).append(';');
            }
        });
        return escaped.toString();
    }
}
