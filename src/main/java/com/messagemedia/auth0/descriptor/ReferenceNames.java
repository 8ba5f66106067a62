package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.SourceText.Statement;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds references whose name can never resolve, wherever the file is read: those of a shell or of another tool, with a default,
 * or with blanks in the name. An offline check would take them for something that is just not set yet.
 */
final class ReferenceNames {

    /** As the references are resolved: to the first brace that closes; two dollars are no reference. */
    private static final Pattern REFERENCE = Pattern.compile("(?<!\\$)\\$\\{([^}]*)}");

    private static final Pattern OPERATOR = Pattern.compile(":[-=?+]");
    private static final Pattern ENVIRONMENT = Pattern.compile("(?i)env[.:]");
    private static final Pattern NAME = Pattern.compile("[^\\s=:?${]+");
    private static final String FILE = "file:";
    private static final String VARIABLE = "env.";

    private ReferenceNames() {}

    /** What is wrong with the first reference of a text that can never resolve; empty where there is none. */
    static Optional<Statement> fault(String subject, String text) {
        Matcher references = REFERENCE.matcher(text);
        while (references.find()) {
            Optional<Statement> fault = faultOfName(subject, references.group(1));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<Statement> faultOfName(String subject, String name) {
        if (name.startsWith(FILE)) {
            return file(subject, name.substring(FILE.length()));
        }
        if (name.startsWith(VARIABLE)
                && NAME.matcher(name.substring(VARIABLE.length())).matches()) {
            return Optional.empty();
        }
        if (!ENVIRONMENT.matcher(name).lookingAt() && NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        return Optional.of(new Statement(subject, problem(name), remedy(name)));
    }

    private static Optional<Statement> file(String subject, String path) {
        boolean plain = !path.isBlank() && path.equals(path.strip());
        return plain
                ? Optional.empty()
                : Optional.of(new Statement(
                        subject,
                        "holds a reference to a file with " + (path.isBlank() ? "no path" : "blanks around its path"),
                        "Write ${file:path}, such as ${file:auth0-key.pem}."));
    }

    private static String problem(String name) {
        if (name.isBlank()) {
            return "holds a reference without a name";
        }
        if (OPERATOR.matcher(name).find()) {
            return "holds a reference with a default, and references have no defaults";
        }
        if (name.contains("${")) {
            return "holds a reference within a reference";
        }
        if (name.chars().anyMatch(Character::isWhitespace)) {
            return "holds a reference with blanks in its name";
        }
        return "holds a reference whose name can never resolve";
    }

    private static String remedy(String name) {
        String plain = OPERATOR.split(name.strip(), 2)[0];
        Matcher variable = ENVIRONMENT.matcher(plain);
        if (!variable.lookingAt()) {
            return "Write ${env.NAME}, ${file:path} or ${property}; $${ is a literal ${.";
        }
        String meant = plain.substring(variable.end()).strip();
        String right = NAME.matcher(meant).matches() ? meant : "NAME";
        return "Write ${env." + right + "} and set that variable where Maven runs; $${ is a literal ${.";
    }
}
