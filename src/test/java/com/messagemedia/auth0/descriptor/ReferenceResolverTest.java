package com.messagemedia.auth0.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.descriptor.ReferenceLookup.NoReferences;
import com.messagemedia.auth0.descriptor.ReferenceResolver.Resolution;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.text.StringSubstitutor;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReferenceResolverTest {

    /** Everything that references can point to in these tests, kind before name. */
    private static final class Things extends NoReferences {

        private final Map<String, String> values;

        Things(Map<String, String> values) {
            this.values = values;
        }

        @Override
        public Optional<String> environment(String name) {
            return Optional.ofNullable(values.get("env " + name));
        }

        @Override
        public Optional<String> file(String path) {
            return Optional.ofNullable(values.get("file " + path));
        }

        @Override
        public boolean leadsOut(String path) {
            return path.startsWith("/");
        }

        @Override
        public Optional<String> property(String name) {
            return Optional.ofNullable(values.get("property " + name));
        }
    }

    private final ReferenceResolver resolver = new ReferenceResolver(new Things(Map.of(
            "env SECRET", "s3cret",
            "env EMPTY", "",
            "env DOLLAR", "pa$$",
            "env TRICKY", "${env.SECRET} $${x} ${project.version}: {a: b}",
            "file key.pem", "-----BEGIN-----\nabc\n-----END-----\n",
            "file C:/keys/key.pem", "windows",
            "property project.version", "1.2",
            "property sender", "+61491570156")));

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource({
        "plain, plain",
        "${env.SECRET}, s3cret",
        "a-${env.SECRET}-b, a-s3cret-b",
        "${env.EMPTY}, ''",
        "v${project.version} of ${sender}, v1.2 of +61491570156",
        "$${env.SECRET}, ${env.SECRET}",
        "costs 5$, costs 5$",
        "${env.DOLLAR}${sender}, pa$$+61491570156",
        "$$${sender}, $${sender}",
        "$${a${sender}}, ${a+61491570156}",
        "${sender $${, ${sender $${",
        "costs $${, costs $${",
        "${file:C:/keys/key.pem}, windows",
    })
    void resolvesWhatIsThere(String text, String expected) {
        Resolution resolution = resolver.resolve(text);

        assertThat(resolution.text()).isEqualTo(expected);
        assertThat(resolution.missing()).isEmpty();
    }

    @Test
    void leavesOutTheLineBreakThatEndsAFile() {
        assertThat(resolver.resolve("${file:key.pem}").text()).isEqualTo("-----BEGIN-----\nabc\n-----END-----");
    }

    @Test
    void neverLooksIntoAValueAgain() {
        assertThat(resolver.resolve("${env.TRICKY}").text())
                .isEqualTo("${env.SECRET} $${x} ${project.version}: {a: b}");
    }

    @Test
    void knowsNoDefaultsAndNoNestedReferences() {
        assertThat(resolver.resolve("${nothing:-fallback}").missing()).containsExactly("nothing:-fallback");
        assertThat(resolver.resolve("${env.${sender}}").missing()).containsExactly("env.${sender");
    }

    @Test
    void namesEveryReferenceToNothingAndLeavesItStanding() {
        Resolution resolution = resolver.resolve("${env.NONE} ${file:none.txt} ${none} ${env.SECRET}");

        assertThat(resolution.text()).isEqualTo("${env.NONE} ${file:none.txt} ${none} s3cret");
        assertThat(resolution.missing()).containsExactly("env.NONE", "file:none.txt", "none");
    }

    @ParameterizedTest(name = "{0}: confidential {1}, whole {2}")
    @CsvSource({
        "plain, false, false",
        "${env.SECRET}, true, true",
        "${file:key.pem}, true, true",
        "${sender}, false, true",
        "a${env.SECRET}, true, false",
        "${env.SECRET}${sender}, true, false",
        "$${env.SECRET}, false, false",
    })
    void tellsWhatIsConfidentialAndWhatIsWhole(String text, boolean confidential, boolean whole) {
        Resolution resolution = resolver.resolve(text);

        assertThat(resolution.confidential()).isEqualTo(confidential);
        assertThat(resolution.wholeValue()).isEqualTo(whole);
    }

    /** Commons Text has the same rules, but for a value that ends with a dollar. */
    @RepeatedTest(200)
    void resolvesAsCommonsTextDoes(RepetitionInfo turn) {
        Random random = new Random(turn.getCurrentRepetition());
        List<String> parts =
                List.of("$", "$$", "{", "${", "}", "x", "${sender}", "${env.SECRET}", "${none}", "${}", "\n");
        StringBuilder text = new StringBuilder();
        for (int count = random.nextInt(12); count >= 0; count--) {
            text.append(parts.get(random.nextInt(parts.size())));
        }
        StringSubstitutor substitutor = new StringSubstitutor(Map.of("sender", "+61491570156", "env.SECRET", "s3cret"));
        substitutor.setDisableSubstitutionInValues(true);
        substitutor.setValueDelimiter("");

        assertThat(resolver.resolve(text.toString()).text()).isEqualTo(substitutor.replace(text.toString()));
    }

    @Test
    @Timeout(60)
    void aTextOfReferencesWithoutEndTakesOneReading() {
        String text = "${x}" + "${".repeat(500_000);
        assertThat(resolver.resolve(text).text()).isEqualTo(text);
    }

    @Test
    void hasNoValueInItsText() {
        assertThat(resolver.resolve("${env.SECRET}")).hasToString("resolution, missing []");
    }
}
