package com.messagemedia.auth0.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an editor marks while somebody types, at the top of a descriptor and in an environment alike. */
@AsksAnEditor
class EditorMarksTest {

    private static final List<String> OVERLAY = List.of("environments", "dev");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tenant domian | acme.eu.auth0.com | Property domian is not allowed.",
                "tenant clientSecret | hunter2 | String does not match the pattern",
                "tenant algorithm | HS256 | Value is not accepted. Valid values: \"RS256\", \"RS384\", \"PS256\".",
                "conection | sms | Property conection is not allowed.",
                "delivery | sms | Value is not accepted. Valid values: \"gateway\", \"phoneProvider\".",
                "createIfMissing | 'yes' | Incorrect type. Expected \"boolean\".",
                "state | disk | Value is not accepted. Valid values: \"connection\", \"file\".",
                "owner | A B | String does not match the pattern",
                "messageMedia from | 61491570156 | Incorrect type. Expected \"string\".",
                "messageMedia apiKey | hunter2 | String does not match the pattern",
                "messageMedia region | ch | Value is not accepted. Valid values: \"au\", \"eu\", \"us\".",
                "messageMedia senders \"44\" | Acme | Property 44 is not allowed.",
                "phoneProvider manage | maybe | Incorrect type. Expected \"boolean\".",
                "phoneProvider deliveryMethods | [mail] | Value is not accepted. Valid values: \"text\", \"voice\".",
                "phoneProvider templates otp_verify text | Hello | String does not match the pattern",
                "options provider | carrier | Value is not accepted. Valid values: \"sms_gateway\", \"twilio\".",
                "options template | Hello | String does not match the pattern",
                "options totp length | 3 | Value is below the minimum of 4.",
                "options totp time_step | 59 | Value is below the minimum of 60.",
                "options disable_signup | sometimes | Incorrect type. Expected \"boolean\".",
                "options twilio_token | hunter2 | String does not match the pattern",
                "enabledClients | one | Incorrect type. Expected \"array\".",
                "onConflict | never | Value is not accepted. Valid values: \"fail\", \"overwrite\", \"keep\".",
                "onConflict totp.length | never | Value is not accepted. Valid values: \"fail\"",
            })
    void marksAWrongValueInItsLine(String words, String value, String mark, Editor editor) {
        List<String> path = List.of(words.split(" "));
        assertThat(marks(path, value, editor)).anyMatch(found -> found.startsWith(mark));
        List<String> overlaid = Stream.concat(OVERLAY.stream(), path.stream()).toList();
        assertThat(marks(overlaid, value, editor)).anyMatch(found -> found.startsWith(mark));
    }

    /** What is marked in the line of a key, in a descriptor that is right but for its value. */
    private static List<String> marks(List<String> path, String value, Editor editor) {
        List<String> parent = path.subList(0, path.size() - 1);
        Draft draft = new Draft();
        draft.add(List.of(), "version", "1");
        if (!path.get(0).equals("tenant")) {
            draft.add(List.of(), "tenant", "{domain: sandbox}");
        }
        draft.open(parent);
        String line = draft.add(parent, path.get(path.size() - 1), value).getLine() + " ";
        return editor.marksOf(draft.text()).stream()
                .filter(mark -> mark.startsWith(line))
                .map(mark -> mark.substring(line.length()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{tenant: {domain: sandbox}} | 1 Missing property \"version\".",
                "{version: 1} | 1 Missing property \"tenant\".",
                "{version: 2, tenant: {domain: sandbox}} | 1 Value must be 1.",
                "{version: 1, tenant: {clientId: a}} | 1 Missing property \"domain\".",
                "{version: 1, tenant: {domain: sandbox}, messageMedia: {server: a}} | 1 Missing property \"from\".",
                "{version: 1, tenant: {domain: sandbox}, environments: {a b: {}}} | 1 Property a b is not allowed.",
            })
    void marksWhatIsMissing(String document, String mark, Editor editor) {
        assertThat(editor.marksOf(new Draft().text() + document)).containsExactly(mark);
    }
}
