package com.messagemedia.auth0.starter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An element of an XML text, with its place. It knows places only: whoever changes the text has to prove the result with a
 * parser ({@link PomProof}).
 */
final class XmlElement {

    /** A text that this scanner does not understand. */
    static final class Unclear extends Exception {
        private static final long serialVersionUID = 1L;

        Unclear(String why) {
            super(why);
        }
    }

    private final String name;
    private final int begin;
    private final int openEnd;
    private final List<XmlElement> children = new ArrayList<>();
    private int closeBegin;
    private int end;

    private XmlElement(String name, int begin, int openEnd) {
        this.name = name;
        this.begin = begin;
        this.openEnd = openEnd;
        this.closeBegin = openEnd;
        this.end = openEnd;
    }

    /** The root element. */
    static XmlElement root(String text) throws Unclear {
        return new Scanner(text).root();
    }

    /** The only child of this name; empty if there is none. */
    Optional<XmlElement> child(String wanted) throws Unclear {
        List<XmlElement> found =
                children.stream().filter(each -> each.name.equals(wanted)).toList();
        if (found.size() > 1) {
            throw new Unclear("it has several <" + wanted + "> in <" + name + ">");
        }
        return found.stream().findFirst();
    }

    String name() {
        return name;
    }

    List<XmlElement> children() {
        return children;
    }

    /** Where its first tag begins. */
    int begin() {
        return begin;
    }

    /** Where its first tag ends. */
    int openEnd() {
        return openEnd;
    }

    /** Where its last tag begins; for an empty-element tag such as {@code <plugins/>} where that tag ends. */
    int closeBegin() {
        return closeBegin;
    }

    /** Whether it is an empty-element tag such as {@code <plugins/>}. */
    boolean isEmptyTag() {
        return closeBegin == end;
    }

    /** Reads tag after tag. Comments, CDATA sections and processing instructions are no tags. */
    private static final class Scanner {

        private final String text;
        private final List<XmlElement> open = new ArrayList<>();
        private @Nullable XmlElement root;
        private int at;

        Scanner(String text) {
            this.text = text;
        }

        XmlElement root() throws Unclear {
            for (int next = text.indexOf('<'); next >= 0; next = text.indexOf('<', at)) {
                at = next;
                markup();
            }
            if (root == null || !open.isEmpty()) {
                throw new Unclear("an element is not closed");
            }
            return root;
        }

        private void markup() throws Unclear {
            if (text.startsWith("<!--", at)) {
                skip("-->");
            } else if (text.startsWith("<![CDATA[", at)) {
                skip("]]>");
            } else if (text.startsWith("<?", at)) {
                skip("?>");
            } else if (text.startsWith("<!", at)) {
                throw new Unclear("it has a document type declaration");
            } else if (text.startsWith("</", at)) {
                close();
            } else {
                open();
            }
        }

        private void skip(String last) throws Unclear {
            int found = text.indexOf(last, at);
            if (found < 0) {
                throw new Unclear("a comment is not closed");
            }
            at = found + last.length();
        }

        private void open() throws Unclear {
            int last = tagEnd();
            XmlElement element = new XmlElement(nameAt(at + 1), at, last);
            if (!open.isEmpty()) {
                open.get(open.size() - 1).children.add(element);
            } else if (root == null) {
                root = element;
            } else {
                throw new Unclear("it has several root elements");
            }
            if (text.charAt(last - 2) != '/') {
                open.add(element);
            }
            at = last;
        }

        private void close() throws Unclear {
            int last = tagEnd();
            XmlElement element = open.isEmpty() ? null : open.remove(open.size() - 1);
            if (element == null || !element.name.equals(nameAt(at + 2))) {
                throw new Unclear("an element is not closed");
            }
            element.closeBegin = at;
            element.end = last;
            at = last;
        }

        /** Where the tag ends. An attribute's value may hold what looks like its end. */
        private int tagEnd() throws Unclear {
            char quote = 0;
            for (int i = at; i < text.length(); i++) {
                char letter = text.charAt(i);
                if (quote != 0) {
                    quote = letter == quote ? 0 : quote;
                } else if (letter == '"' || letter == '\'') {
                    quote = letter;
                } else if (letter == '>') {
                    return i + 1;
                }
            }
            throw new Unclear("a tag is not closed");
        }

        private String nameAt(int from) {
            int to = from;
            while (to < text.length() && " \t\r\n/>".indexOf(text.charAt(to)) < 0) {
                to++;
            }
            return text.substring(from, to);
        }
    }
}
