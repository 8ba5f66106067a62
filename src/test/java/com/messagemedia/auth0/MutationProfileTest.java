package com.messagemedia.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The profile that counts unnoticed changes names classes, not packages: one that is renamed must not drop out of it unseen. */
class MutationProfileTest {

    private static final Pattern PROFILE = Pattern.compile("<id>mutation</id>.*?</profile>", Pattern.DOTALL);
    private static final Pattern MUTATED = Pattern.compile("<param>\\*\\.([A-Z][A-Za-z0-9]+)(?:\\*|\\$\\*)?</param>");
    private static final Pattern STARRED = Pattern.compile("<param>\\*\\.([A-Z][A-Za-z0-9]+)\\*</param>");
    private static final Pattern TESTS = Pattern.compile("<param>com\\.messagemedia\\.auth0\\.([A-Za-z.*]+)</param>");

    private static final List<String> WHOLE = List.of(
            "apply", "delivery", "delivery.gateway", "delivery.phone", "merge", "plan", "redaction", "rollback");

    private static final JavaClasses OURS = OurClasses.withTests();

    @Test
    void eachClassOfItsListsIsThere() throws IOException {
        List<String> listed = found(MUTATED);
        assertThat(listed).hasSizeGreaterThan(20);
        assertThat(OURS.stream().map(JavaClass::getSimpleName)).containsAll(listed);
    }

    /** A star stands for a class's own members; one that takes in a class of another slice counts what its list does not test. */
    @Test
    void noStarTakesInAnotherClass() throws IOException {
        List<String> begun = found(STARRED);
        assertThat(begun).hasSizeGreaterThan(10);
        assertThat(OURS.stream()
                        .filter(each -> each.isTopLevelClass() && isMain(each))
                        .map(JavaClass::getSimpleName)
                        .filter(name ->
                                begun.stream().anyMatch(start -> name.startsWith(start) && !name.equals(start))))
                .isEmpty();
    }

    @Test
    void eachTestOfItsListsIsThere() throws IOException {
        List<Pattern> listed = found(TESTS).stream()
                .map(name -> Pattern.compile("com\\.messagemedia\\.auth0\\."
                        + name.replace(".", "\\.").replace("*", ".*")))
                .toList();
        assertThat(listed).hasSizeGreaterThan(4);
        List<String> names = OURS.stream().map(JavaClass::getName).toList();
        assertThat(listed)
                .allMatch(each ->
                        names.stream().anyMatch(name -> each.matcher(name).matches()));
    }

    /** A new class of these packages goes into a list. An interface has no code to change. */
    @Test
    void eachClassOfThePackagesThatAreCountedWholeIsInAList() throws IOException {
        List<String> listed = found(MUTATED);
        assertThat(OURS.stream()
                        .filter(each -> WHOLE.stream()
                                .anyMatch(name -> each.getPackageName().equals("com.messagemedia.auth0." + name)))
                        .filter(each -> each.isTopLevelClass() && isMain(each) && !each.isInterface())
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !listed.contains(name)))
                .isEmpty();
    }

    /** An interface has no code to change, and the sandbox's rules refuse requests, not descriptors. */
    @Test
    void eachClassOfRulesIsInAList() throws IOException {
        List<String> listed = found(MUTATED);
        assertThat(OURS.stream()
                        .filter(each -> each.isTopLevelClass() && isMain(each) && !each.isInterface())
                        .filter(each -> !each.getPackageName().endsWith(".sandbox"))
                        .map(JavaClass::getSimpleName)
                        .filter(name -> name.endsWith("Rules") && !listed.contains(name)))
                .isEmpty();
    }

    private static boolean isMain(JavaClass each) {
        return each.getSource().orElseThrow().getUri().getPath().contains("/target/classes/");
    }

    private static List<String> found(Pattern pattern) throws IOException {
        String profile = PROFILE.matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
        return pattern.matcher(profile).results().map(param -> param.group(1)).toList();
    }
}
