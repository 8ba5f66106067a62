package com.messagemedia.auth0;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is special about the SMS gateway stands behind one door: another way of delivery is another package, not forty changes. */
class OneDoorTest {

    private static final Path SOURCES = Path.of("src/main/java/com/messagemedia/auth0");

    private static final JavaClasses OURS = OurClasses.OF_THE_PLUGIN;

    /** Comments and characters are told apart from texts, as each can hold the other's quotes. */
    private static final Pattern TOKEN = Pattern.compile(
            "\"\"\".*?(?<!\\\\)\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"" + "|'(?:\\\\.|[^'\\\\\n])+'|//[^\n]*|/\\*.*?\\*/",
            Pattern.DOTALL);

    /** Names that mean nothing else: provider, subject, audience, template and syntax are words of other subjects as well. */
    private static final Pattern OPTION = Pattern.compile(
            "(?<![\\w-])(gateway_url|gateway_authentication|sms_gateway"
                    + "|secret_base64_encoded|twilio_sid|twilio_token|messaging_service_sid|forward_req_info|use_phone_provider)(?!\\w)");

    /** The embedded tenant is Auth0 itself, and knows its options. */
    private static final List<String> HOMES = List.of("delivery/gateway/", "delivery/phone/", "sandbox/");

    /**
     * Those that may: what every delivery shares about a live connection that still has a gateway's options, the doctor and the gateway's own client speak of an option to the user, and no text is scrubbed of Auth0's own
     * words.
     */
    private static final List<String> NAMING = List.of(
            "delivery/ConnectionSecrets",
            "delivery/ConnectionSwitch",
            "delivery/RecordLetters",
            "doctor/GatewayExamination",
            "doctor/PlanExamination",
            "messagemedia/GatewayClient",
            "redaction/Redactor");

    @Test
    void onlyWhatTalksToTheGatewayItselfUsesItsDelivery() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        home("delivery.gateway"), home("doctor"), home("testmessage"), home("sandbox"), home("maven"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(home("delivery.gateway"))
                .check(OURS);
    }

    private static String home(String name) {
        return Packages.ROOT + "." + name;
    }

    @Test
    void noOtherClassNamesAnOptionOfTheGateway() throws IOException {
        Set<String> naming = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String name =
                        SOURCES.relativize(file).toString().replace('\\', '/').replace(".java", "");
                if (HOMES.stream().noneMatch(name::startsWith) && namesAnOption(Files.readString(file))) {
                    naming.add(name);
                }
            }
        }
        assertThat(naming).containsExactlyElementsOf(NAMING);
    }

    private static boolean namesAnOption(String source) {
        return TOKEN.matcher(source)
                .results()
                .map(MatchResult::group)
                .filter(token -> token.startsWith("\""))
                .anyMatch(text -> OPTION.matcher(text).find());
    }

    @Test
    void namesInTextsAreSeenAndThoseInCommentsAreNot() {
        assertThat(namesAnOption("say(\"Check gateway_url.\");")).isTrue();
        assertThat(namesAnOption("\"\"\"\n  twilio_sid: x\n\"\"\"")).isTrue();
        assertThat(namesAnOption(
                        "/** gateway_url \"gateway_url\" */ // \"gateway_url\"\nchar c = '\"'; int gateway_url;"))
                .isFalse();
        assertThat(namesAnOption("\"my_gateway_urls\"")).isFalse();
    }
}
