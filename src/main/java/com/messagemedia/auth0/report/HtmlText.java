package com.messagemedia.auth0.report;

import java.util.Map;
import org.apache.commons.text.translate.LookupTranslator;

/** Writes texts into HTML, so that none of them is read as markup. */
final class HtmlText {

    private static final LookupTranslator ESCAPES =
            new LookupTranslator(Map.of("&", "&amp;", "<", "&lt;", ">", "&gt;", "\"", "&quot;", "'", "&#39;"));

    private HtmlText() {}

    /** Returns a text for an element's content or for an attribute in quotes. */
    static String escape(String text) {
        return ESCAPES.translate(text);
    }

    /** Returns a sentence. */
    static String sentence(String text) {
        return new Sentence(text).in(HtmlText::escape, HtmlText::code);
    }

    /** Returns the path of an option. It can break after a dot or an underscore. */
    static String path(String text) {
        return code(text).replace(".", ".<wbr>").replace("_", "_<wbr>");
    }

    /** Returns a text as code. */
    static String code(String text) {
        return "<code>" + escape(text) + "</code>";
    }
}
