package com.messagemedia.auth0.starter;

import com.messagemedia.auth0.starter.XmlElement.Unclear;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.xml.sax.SAXException;

/**
 * A POM as the bytes of its file. A change inserts the plugin in the file's own indentation and line breaks. Every other byte
 * stays.
 */
public final class PomText {

    private final byte[] bytes;

    /** The bytes as letters: each byte is one, so that a place in the text is a place in the file, whatever its encoding. */
    private final String text;

    /** A POM. */
    public PomText(byte[] bytes) {
        this.bytes = bytes.clone();
        this.text = new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** The result of a change. */
    public sealed interface Change {

        /** The POM declares the plugin already. */
        record Declared() implements Change {}

        /**
         * The POM with the plugin.
         *
         * @param bytes what the file holds then
         */
        @SuppressWarnings("ArrayRecordComponent") // Nobody compares two changes.
        record Inserted(byte[] bytes) implements Change {}

        /**
         * Nobody can be sure what a change would do.
         *
         * @param why a clause about the POM, such as "it has a document type declaration"
         */
        record Unsafe(String why) implements Change {}
    }

    /** Adds the plugin to {@code build/plugins}, if a parser proves that nothing else changes. */
    public Change with(PluginDeclaration plugin) {
        if (text.indexOf('\0') >= 0) {
            return new Change.Unsafe("it is in UTF-16 or UTF-32");
        }
        try {
            XmlElement project = XmlElement.root(text);
            if (!project.name().equals("project") || project.isEmptyTag()) {
                return new Change.Unsafe("its root element is not <project>");
            }
            if (PomProof.declaresPlugin(bytes)) {
                return new Change.Declared();
            }
            byte[] changed = insertion(project, plugin).getBytes(StandardCharsets.ISO_8859_1);
            return PomProof.addsThePluginAlone(bytes, changed)
                    ? new Change.Inserted(changed)
                    : new Change.Unsafe("a check of the result failed");
        } catch (Unclear e) {
            return new Change.Unsafe(String.valueOf(e.getMessage()));
        } catch (SAXException unused) {
            return new Change.Unsafe("Java's XML parser cannot read it");
        }
    }

    private String insertion(XmlElement project, PluginDeclaration plugin) throws Unclear {
        List<String> lines = plugin.lines();
        XmlElement inside = project;
        for (String name : List.of("build", "plugins")) {
            var child = inside.child(name);
            if (child.isEmpty()) {
                return inserted(
                        project, inside, name.equals("build") ? in("build", in("plugins", lines)) : in(name, lines));
            }
            inside = child.get();
        }
        return inserted(project, inside, lines);
    }

    private static List<String> in(String name, List<String> lines) {
        List<String> wrapped = new ArrayList<>();
        wrapped.add("<" + name + ">");
        lines.forEach(line -> wrapped.add("  " + line));
        wrapped.add("</" + name + ">");
        return wrapped;
    }

    /** Puts lines at the end of an element, after its last child or comment. */
    private String inserted(XmlElement project, XmlElement into, List<String> lines) {
        String unit = indentation(project.children(), "  ");
        String own = lineStart(into.begin());
        String inner = indentation(into.children(), own + unit);
        String block = lines.stream()
                .map(line -> lineBreak() + inner + indented(line, unit))
                .collect(Collectors.joining());
        if (into.isEmptyTag()) {
            String open =
                    text.substring(0, text.lastIndexOf('/', into.openEnd())).stripTrailing() + ">";
            return open + block + lineBreak() + own + "</" + into.name() + ">" + text.substring(into.openEnd());
        }
        int at = into.closeBegin();
        while (at > into.openEnd() && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        boolean ownLine = text.substring(at, into.closeBegin()).contains("\n");
        return text.substring(0, at) + block + (ownLine ? "" : lineBreak() + own) + text.substring(at);
    }

    private static String indented(String line, String unit) {
        String bare = line.stripLeading();
        return unit.repeat((line.length() - bare.length()) / 2) + bare;
    }

    /** The blanks before the last of these elements, if it begins its line. */
    private String indentation(List<XmlElement> elements, String otherwise) {
        if (elements.isEmpty()) {
            return otherwise;
        }
        int begin = elements.get(elements.size() - 1).begin();
        String blanks = lineStart(begin);
        boolean first = begin == blanks.length() || text.charAt(begin - blanks.length() - 1) == '\n';
        return first && !blanks.isEmpty() ? blanks : otherwise;
    }

    /** The blanks that the line of this place begins with. */
    private String lineStart(int place) {
        int start = text.lastIndexOf('\n', place - 1) + 1;
        int end = start;
        while (end < place && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(start, end);
    }

    private String lineBreak() {
        int first = text.indexOf('\n');
        return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
    }
}
