package com.messagemedia.auth0.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SuggestionTest {

    private static final List<String> KNOWN =
            List.of("domain", "clientId", "clientSecret", "template", "time_step", "totp", "from");

    @ParameterizedTest(name = "{0} is meant to be {1}")
    @CsvSource({
        "domian, domain",
        "clientid, clientId",
        "client_secret, clientSecret",
        "CLIENT-SECRET, clientSecret",
        "templates, template",
        "timeStep, time_step",
        "form, from",
        "frmo, from",
        "colour, ",
    })
    void guessesTheNearestWord(String unknown, String meant) {
        assertThat(Suggestion.nearest(unknown, KNOWN).orElse(null)).isEqualTo(meant);
    }

    @Test
    void doesNotCompareWhatIsFarTooLong() {
        assertThat(Suggestion.nearest("d".repeat(100_000), KNOWN)).isEmpty();
    }

    @Test
    void choosesTheSameOfTwoThatAreEquallyNear() {
        assertThat(Suggestion.nearest("dat", List.of("dot", "cat"))).contains("cat");
    }

    @ParameterizedTest(name = "{0} for {1}: {2}")
    @CsvSource({
        "dryrun, dryRun, true",
        "template, template, false",
        "tempalte, template, true",
        "templat, template, true",
        "templates, template, true",
        "tamplate, template, true",
        "tmeplaet, template, false",
        "ab, ba, true",
        "abc, cba, false",
        "version, region, false",
        "'', a, true",
    })
    void knowsASingleSlip(String written, String known, boolean slip) {
        assertThat(Suggestion.isSlip(written, known)).isEqualTo(slip);
    }

    /** Every pair of words of up to five letters, of which there are two kinds: against the slips written out one by one. */
    @Test
    void knowsEverySlipOfShortWordsAndNoOther() {
        List<String> words = new ArrayList<>(List.of(""));
        for (int i = 0; words.get(i).length() < 5; i++) {
            words.add(words.get(i) + "a");
            words.add(words.get(i) + "b");
        }
        for (String known : words) {
            Set<String> slips = slips(known);
            for (String written : words) {
                assertThat(Suggestion.isSlip(written, known))
                        .as("%s for %s", written, known)
                        .isEqualTo(slips.contains(written));
            }
        }
    }

    private static Set<String> slips(String known) {
        Set<String> slips = new HashSet<>();
        for (int i = 0; i <= known.length(); i++) {
            String head = known.substring(0, i);
            String rest = known.substring(i);
            for (String letter : List.of("a", "b")) {
                slips.add(head + letter + rest);
                if (!rest.isEmpty()) {
                    slips.add(head + rest.substring(1));
                    slips.add(head + letter + rest.substring(1));
                }
                if (rest.length() > 1) {
                    slips.add(head + rest.charAt(1) + rest.charAt(0) + rest.substring(2));
                }
            }
        }
        slips.remove(known);
        return slips;
    }

    @Test
    void takesNoTimeForASlipInATextThatIsFarTooLong() {
        assertThat(Suggestion.isSlip("d".repeat(10_000_000), "domain")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "tempalte, template",
        "templte, template",
        "tmplat, template",
        "Template, template",
        "gatewayUrl, gateway_url",
        "form, from",
        "nam, name",
        "lenght, length",
        "brute_force_protecton, brute_force_protection"
    })
    void aSlipIsOneEditOrSwapAndTwoInALongWord(String typed, String meant) {
        assertThat(Suggestion.slip(
                        typed, List.of("template", "gateway_url", "from", "name", "length", "brute_force_protection")))
                .contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"digits", "algorithm", "lnghts", "xemplat", "brand_new_option", "frmo1"})
    void anotherWordIsNoSlip(String word) {
        assertThat(Suggestion.slip(word, List.of("template", "from", "name", "length")))
                .isEmpty();
    }
}
