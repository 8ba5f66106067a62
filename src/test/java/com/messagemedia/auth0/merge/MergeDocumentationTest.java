package com.messagemedia.auth0.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.merge.ThreeWayMerge.MergeResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the worked examples of docs/MERGE.md: what the page promises is what the merge does. */
final class MergeDocumentationTest {

    private static final Pattern EXAMPLE =
            Pattern.compile("\\*\\*(?<name>[^*]+)\\*\\*\\n\\n```yaml\\n(?<text>.*?)```", Pattern.DOTALL);

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void doesWhatThePageSays(MergeCase example) {
        MergeResult result = ThreeWayMerge.merge(example.input());
        assertThat(result.decisions())
                .map(decision -> Map.entry(decision.path().toString(), DecisionText.of(decision)))
                .isEqualTo(example.decisions());
        assertThat(result.isSettled()).isEqualTo(example.merged().isPresent());
        example.merged()
                .ifPresent(merged -> assertThat(result.merged().leaves()).isEqualTo(merged.leaves()));
    }

    @Test
    void findsTheExamples() throws IOException {
        assertThat(examples()).hasSize(6);
    }

    static List<MergeCase> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(Path.of("docs/MERGE.md")))
                .results()
                .map(found -> MergeCase.read(found.group(1), found.group(2)))
                .toList();
    }
}
