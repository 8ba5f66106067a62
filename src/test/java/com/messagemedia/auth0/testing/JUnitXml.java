package com.messagemedia.auth0.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** The common form of JUnit XML: what the schema of Jenkins allows and Ant's demands of the elements that are used here. */
public final class JUnitXml {

    /** The attributes of each element; those that must be there have an exclamation mark. */
    private static final Map<String, Set<String>> ATTRIBUTES = Map.of(
            "testsuites", Set.of("name", "time", "tests", "failures", "errors", "skipped", "disabled"),
            "testsuite",
                    Set.of("name!", "tests!", "failures!", "errors!", "time!", "skipped", "id", "package", "hostname"),
            "testcase", Set.of("name!", "classname!", "time!"),
            "failure", Set.of("message", "type!"),
            "error", Set.of("message", "type!"),
            "skipped", Set.of("message"),
            "system-out", Set.of());

    private static final Map<String, Set<String>> CHILDREN = Map.of(
            "testsuites",
            Set.of("testsuite"),
            "testsuite",
            Set.of("testcase"),
            "testcase",
            Set.of("failure", "error", "skipped", "system-out"));

    private JUnitXml() {}

    /** Fails if a text is no well-formed XML, has an element or attribute in a wrong place, or counts wrongly. */
    public static void requireValid(String xml) throws Exception {
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setErrorHandler(new Strict());
        Element root = builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("testsuites");
        require(root);
    }

    private static void require(Element element) {
        requireAttributes(element);
        for (Element child : children(element)) {
            assertThat(CHILDREN.getOrDefault(element.getTagName(), Set.of())).contains(child.getTagName());
            require(child);
        }
        if (element.hasAttribute("tests")) {
            requireCount(element, "tests", "testcase");
            requireCount(element, "failures", "failure");
            requireCount(element, "errors", "error");
            requireCount(element, "skipped", "skipped");
        }
    }

    private static void requireAttributes(Element element) {
        Set<String> allowed = ATTRIBUTES.get(element.getTagName());
        for (int index = 0; index < element.getAttributes().getLength(); index++) {
            String name = element.getAttributes().item(index).getNodeName();
            assertThat(allowed).containsAnyOf(name, name + "!");
        }
        allowed.stream()
                .filter(name -> name.endsWith("!"))
                .forEach(name -> assertThat(element.hasAttribute(name.substring(0, name.length() - 1)))
                        .as(element.getTagName() + " has " + name)
                        .isTrue());
    }

    private static void requireCount(Element element, String attribute, String counted) {
        assertThat(element.getAttribute(attribute))
                .isEqualTo(String.valueOf(element.getElementsByTagName(counted).getLength()));
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        NodeList nodes = element.getChildNodes();
        for (int index = 0; index < nodes.getLength(); index++) {
            Node node = nodes.item(index);
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException problem) throws SAXParseException {
            throw problem;
        }

        @Override
        public void error(SAXParseException problem) throws SAXParseException {
            throw problem;
        }

        @Override
        public void fatalError(SAXParseException problem) throws SAXParseException {
            throw problem;
        }
    }
}
