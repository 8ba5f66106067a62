package com.messagemedia.auth0.starter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads a POM with Java's own parser: to see what it declares, and to prove that a change adds the plugin and nothing else. */
final class PomProof {

    private PomProof() {}

    /** Whether the POM itself declares this plugin, in its build or in a profile's. */
    static boolean declaresPlugin(byte[] pom) throws SAXException {
        Element project = parse(pom);
        List<Element> builds = new ArrayList<>(children(project, "build"));
        for (Element profiles : children(project, "profiles")) {
            children(profiles, "profile").forEach(profile -> builds.addAll(children(profile, "build")));
        }
        return builds.stream()
                .flatMap(build -> children(build, "plugins").stream())
                .flatMap(plugins -> children(plugins, "plugin").stream())
                .anyMatch(PomProof::isOurs);
    }

    /** Whether the new text is the old one with one element for this plugin in {@code build/plugins}, and nothing else. */
    static boolean addsThePluginAlone(byte[] before, byte[] after) throws SAXException {
        Element old = parse(before);
        Element project = parse(after);
        Optional<Element> build = children(project, "build").stream().findFirst();
        Optional<Element> plugins =
                build.flatMap(each -> children(each, "plugins").stream().findFirst());
        List<Element> ours = plugins.stream()
                .flatMap(each -> children(each, "plugin").stream())
                .filter(PomProof::isOurs)
                .toList();
        if (ours.size() != 1) {
            return false;
        }
        plugins.orElseThrow().removeChild(ours.get(0));
        boolean hadBuild = !children(old, "build").isEmpty();
        boolean hadPlugins = children(old, "build").stream()
                .anyMatch(each -> !children(each, "plugins").isEmpty());
        if (!hadBuild) {
            project.removeChild(build.orElseThrow());
        } else if (!hadPlugins) {
            build.orElseThrow().removeChild(plugins.orElseThrow());
        }
        return withoutBlanks(old).isEqualNode(withoutBlanks(project));
    }

    private static boolean isOurs(Element plugin) {
        return text(plugin, "groupId").equals(PluginDeclaration.GROUP)
                && text(plugin, "artifactId").equals(PluginDeclaration.ARTIFACT);
    }

    private static String text(Element of, String name) {
        return children(of, name).stream()
                .findFirst()
                .map(each -> each.getTextContent().trim())
                .orElse("");
    }

    private static List<Element> children(Node of, String name) {
        List<Element> found = new ArrayList<>();
        for (Node each = of.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    /** Removes texts of nothing but blanks between elements, so that only the indentation may differ. */
    private static Node withoutBlanks(Node node) {
        node.normalize();
        Node next;
        for (Node each = node.getFirstChild(); each != null; each = next) {
            next = each.getNextSibling();
            if (each.getNodeType() == Node.TEXT_NODE && each.getTextContent().isBlank()) {
                node.removeChild(each);
            } else {
                withoutBlanks(each);
            }
        }
        node.normalize();
        return node;
    }

    private static Element parse(byte[] pom) throws SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new ByteArrayInputStream(pom)).getDocumentElement();
        } catch (ParserConfigurationException | IOException e) {
            throw new SAXException(e);
        }
    }

    /** Java's own handler would print each fault to the terminal. */
    private static final class Strict implements ErrorHandler {

        @Override
        public void warning(SAXParseException fault) throws SAXException {
            throw fault;
        }

        @Override
        public void error(SAXParseException fault) throws SAXException {
            throw fault;
        }

        @Override
        public void fatalError(SAXParseException fault) throws SAXException {
            throw fault;
        }
    }
}
