package com.messagemedia.auth0.delivery.phone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The code of the Action that sends Auth0's phone messages through MessageMedia. The same settings always give the same
 * text. It holds no secret: the code reads the key and the secret from the Action's secrets.
 *
 * @param host the host of MessageMedia's API, without scheme and path
 * @param from the sender if no entry of {@code senders} fits; empty if MessageMedia chooses the account's own
 * @param senders the sender by the first digits of the recipient's number, such as +44; the longest that fits wins
 * @param expiry how long a code is of use: MessageMedia does not deliver it later. Notices have no limit.
 */
public record ActionCode(String host, Optional<String> from, Map<String, String> senders, Duration expiry) {

    /** The revision of the code. It grows when the resource file changes, and is the REVISION in that file. */
    public static final int REVISION = 1;

    /** The function that Auth0 calls. */
    public static final String HANDLER = "onExecuteCustomPhoneProvider";

    /** The name of the Action's secret that holds MessageMedia's API key. */
    public static final String API_KEY = "MESSAGEMEDIA_API_KEY";

    /** The name of the Action's secret that holds MessageMedia's API secret. */
    public static final String API_SECRET = "MESSAGEMEDIA_API_SECRET";

    private static final String SOURCE = "action.js";

    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

    /** A line of SENDERS, up to its sender. */
    private static final Pattern PAIR = Pattern.compile("(?m)^  \\['[^'\\n]*', '([^'\\n]*)'],$");

    public ActionCode {
        senders = Map.copyOf(senders);
    }

    /** Returns the whole code, with these settings as constants. Any text is safe in them. */
    public String render() {
        String code = source();
        code = set(code, "HOST", quoted(host));
        code = set(code, "SENDERS", pairs());
        return set(code, "EXPIRY_SECONDS", Long.toString(expiry.toSeconds()));
    }

    /** The senders in the order in which the code looks at them. Every number begins with the plus of the last one. */
    private String pairs() {
        Stream<String> prefixed = senders.keySet().stream()
                .sorted(LONGEST_FIRST)
                .map(prefix -> pair(prefix, Objects.requireNonNull(senders.get(prefix))));
        List<String> pairs = Stream.concat(prefixed, from.stream().map(sender -> pair("+", sender)))
                .toList();
        return pairs.isEmpty() ? "[]" : "[\n" + String.join("", pairs) + "]";
    }

    private static String pair(String prefix, String sender) {
        return "  [" + quoted(prefix) + ", " + quoted(sender) + "],\n";
    }

    /** Returns the senders in code that an earlier or other descriptor rendered, as they stand there. */
    static Set<String> sendersIn(String code) {
        return PAIR.matcher(code).results().map(pair -> pair.group(1)).collect(Collectors.toSet());
    }

    private static String set(String code, String constant, String value) {
        Matcher line = Pattern.compile("(?m)^const " + constant + " = .*;$").matcher(code);
        return line.replaceFirst(Matcher.quoteReplacement("const " + constant + " = " + value + ";"));
    }

    /** A JavaScript string. It has nothing but printable ASCII, and nothing that ends a script or a line. */
    private static String quoted(String text) {
        return text.chars().mapToObj(ActionCode::quoted).collect(Collectors.joining("", "'", "'"));
    }

    private static String quoted(int character) {
        boolean plain = character >= ' ' && character <= '~' && "'\\<>`".indexOf(character) < 0;
        return plain ? Character.toString(character) : "\\u" + HexFormat.of().toHexDigits((char) character);
    }

    private static String source() {
        try (InputStream source = ActionCode.class.getResourceAsStream(SOURCE)) {
            return new String(Objects.requireNonNull(source).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
