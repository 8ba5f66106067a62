package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.connection.Diagnostic;
import com.messagemedia.auth0.connection.Diagnostic.Severity;
import com.messagemedia.auth0.connection.Origin;
import com.messagemedia.auth0.file.InputFile;
import com.messagemedia.auth0.file.SizeLimit;
import com.messagemedia.auth0.file.Unreadable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the descriptor's text from disk: UTF-8, with or without a byte order mark, of limited size. */
record DescriptorFile(Path path) {

    /** In bytes; no more characters than these are parsed. */
    static final int LARGEST = SizeLimit.SOURCE.bytes();

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    String name() {
        return String.valueOf(path.getFileName());
    }

    @SuppressWarnings("UnusedException") // The fault says all that it does.
    String text() {
        try {
            String text = new InputFile(path, SizeLimit.SOURCE).text();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (Unreadable refusal) {
            throw fault(refusal);
        }
    }

    private DescriptorException fault(Unreadable refusal) {
        return switch (refusal.reason()) {
            case ABSENT ->
                fault(
                        refusal.problem() + ": " + path,
                        "Create it, or name another file with -Dmessagemedia.file=<path>.");
            case BROKEN_LINK, FOLDER, NOT_ORDINARY ->
                fault(refusal.problem() + ": " + path, "Name the descriptor itself with -Dmessagemedia.file=<path>.");
            case TOO_LARGE ->
                fault(refusal.problem(), "A descriptor has a few hundred lines at most: is it the right file?");
            case NOT_UTF8 ->
                fault(
                        new Origin(name(), refusal.line(), 1),
                        "holds bytes that are not UTF-8 in this line",
                        "Save the file in UTF-8.");
            default -> fault(refusal.problem() + ": " + path, refusal.remedy());
        };
    }

    private DescriptorException fault(String problem, String remedy) {
        return fault(Origin.wholeFile(name()), problem, remedy);
    }

    private DescriptorException fault(Origin origin, String problem, String remedy) {
        Diagnostic fault = new Diagnostic(Severity.ERROR, origin, 1, "", problem, remedy, Optional.empty());
        return new DescriptorException(name(), List.of(fault));
    }
}
