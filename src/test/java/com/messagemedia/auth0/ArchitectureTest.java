package com.messagemedia.auth0;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The levels of the packages, and which foreign library may be used where. */
public class ArchitectureTest {

    private static final String ROOT = Packages.ROOT;

    /** The help goal, which the build generates. */
    private static final String GENERATED = ROOT + ".messagemedia_maven_plugin..";

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT)
            .that(not(resideInAPackage(GENERATED)));

    @Test
    void arrowsGoToALowerLevelOnly() {
        classes().should(dependOnLowerLevelsOnly()).check(OURS);
    }

    private static ArchCondition<JavaClass> dependOnLowerLevelsOnly() {
        return new ArchCondition<>("depend on lower levels only") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                if (level(origin).isEmpty()) {
                    String message = origin.getPackageName() + " has no level: give it one here and in the design";
                    events.add(SimpleConditionEvent.violated(origin, message));
                }
                origin.getDirectDependenciesFromSelf().stream()
                        .filter(ArchitectureTest::goesUpOrSideways)
                        .forEach(arrow -> events.add(SimpleConditionEvent.violated(origin, arrow.getDescription())));
            }
        };
    }

    private static boolean goesUpOrSideways(Dependency arrow) {
        JavaClass origin = arrow.getOriginClass();
        JavaClass target = arrow.getTargetClass().getBaseComponentType();
        return target.getPackageName().startsWith(ROOT)
                && !origin.getPackageName().equals(target.getPackageName())
                && level(origin).orElse(0) <= level(target).orElse(Integer.MAX_VALUE);
    }

    private static Optional<Integer> level(JavaClass type) {
        return Packages.level(type.getPackageName());
    }

    static Stream<Arguments> libraries() {
        return Stream.of(
                Arguments.of(
                        List.of("org.apache.maven..", "javax.inject..", "org.codehaus.plexus.."), List.of("maven")),
                Arguments.of(List.of("org.yaml.snakeyaml.."), List.of("descriptor", "schema", "yaml")),
                Arguments.of(
                        List.of("okhttp3..", "okio..", "retrofit2..", "com.squareup.."),
                        List.of("http", "auth0", "messagemedia")),
                Arguments.of(List.of("com.sun.net.httpserver.."), List.of("sandbox", "sandbox.page")),
                Arguments.of(List.of("org.jose4j.."), List.of("http", "delivery.gateway")),
                Arguments.of(List.of("com.google.i18n.."), List.of("sms")),
                Arguments.of(List.of("com.github.difflib.."), List.of("report")),
                Arguments.of(List.of("io.roastedroot..", "run.endive.."), List.of("javascript")));
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void foreignLibraryStaysInItsPackages(List<String> library, List<String> homes) {
        String[] allowed = homes.stream().map(home -> ROOT + "." + home).toArray(String[]::new);
        ArchRule rule = noClasses()
                .that(not(resideInAnyPackage(allowed)))
                .should(dependOnClassesThat(resideInAnyPackage(library.toArray(String[]::new))));
        rule.check(OURS);
    }

    /** A library or a home that is not there any more would keep the rule above and guard nothing. */
    @ParameterizedTest
    @MethodSource("libraries")
    void eachHomeOfAForeignLibraryUsesIt(List<String> library, List<String> homes) {
        DescribedPredicate<JavaClass> ofTheLibrary = resideInAnyPackage(library.toArray(String[]::new));
        assertThat(homes)
                .allMatch(home -> OURS.stream()
                        .filter(type -> type.getPackageName().equals(ROOT + "." + home))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .anyMatch(arrow -> ofTheLibrary.test(arrow.getTargetClass())));
    }

    /** The JavaScript engine is large. A goal that starts no sandbox never loads it. */
    @Test
    void onlyTheSandboxRunsActions() {
        noClasses()
                .that(not(resideInAnyPackage(ROOT + ".javascript", ROOT + ".sandbox")))
                .should(dependOnClassesThat(resideInAPackage(ROOT + ".javascript")))
                .check(OURS);
    }

    @Test
    void nounsKnowNothingButTheJdk() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".model")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", ROOT + ".model")
                .check(OURS);
    }

    /** A goal is read from its own method down: what goals share they call, and inherit parameters alone. */
    @Test
    void threeAbstractMojosAtMostBindWhatGoalsShare() {
        assertThat(OURS.stream()
                        .filter(type -> type.isAssignableTo("org.apache.maven.plugin.AbstractMojo"))
                        .filter(type -> type.getModifiers().contains(JavaModifier.ABSTRACT)))
                .hasSizeLessThanOrEqualTo(3)
                .allSatisfy(type -> assertThat(type.getMethods())
                        .noneMatch(method -> method.getModifiers().contains(JavaModifier.ABSTRACT)));
    }

    @Test
    void classesAreNamedByTheirAct() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Service)")
                .check(OURS);
    }

    /** In Arabic a number has other digits, and in Turkish the small letter of I is no i: a file's name would be another one. */
    @Test
    void textDependsOnNoLocale() {
        noClasses()
                .should()
                .callCodeUnitWhere(DescribedPredicate.describe("the default locale decides", ArchitectureTest::isLocal))
                .check(OURS);
    }

    private static boolean isLocal(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getTarget().getName();
        if (LOCAL_TYPES.contains(owner)) {
            return true;
        }
        return LOCAL_METHODS.getOrDefault(owner, Set.of()).contains(name)
                && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(parameter -> parameter.isEquivalentTo(Locale.class));
    }

    private static final Set<String> LOCAL_TYPES = Set.of(
            "java.text.MessageFormat",
            "java.text.NumberFormat",
            "java.text.DecimalFormat",
            "java.text.SimpleDateFormat",
            "java.text.DateFormat",
            "java.text.Collator",
            "java.util.Scanner");

    private static final Map<String, Set<String>> LOCAL_METHODS = Map.of(
            "java.lang.String", Set.of("format", "formatted", "toLowerCase", "toUpperCase"),
            "java.util.Locale", Set.of("getDefault"),
            "java.util.Formatter", Set.of("<init>", "format"),
            "java.io.PrintStream", Set.of("printf", "format"),
            "java.io.PrintWriter", Set.of("printf", "format"),
            "java.time.format.DateTimeFormatter",
                    Set.of("ofPattern", "ofLocalizedDate", "ofLocalizedTime", "ofLocalizedDateTime"),
            "java.time.format.DateTimeFormatterBuilder", Set.of("toFormatter"));
}
