package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.Sandbox.RecordedRequest;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.testing.HeldPort;
import com.messagemedia.auth0.testing.Pipe;
import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.Mojo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MojoParameter(name = "domain", value = "sandbox")
class ExportMojoTest extends GoalTest {

    private Path file() {
        return folder.resolve("messagemedia-auth0.yaml");
    }

    private static void set(Mojo mojo, String field, Object value) throws IllegalAccessException {
        MojoExtension.setVariableValueToObject(mojo, field, value);
    }

    private void signIn() {
        build().environment("AUTH0_CLIENT_ID", "sandbox-client-id");
        build().environment("AUTH0_CLIENT_SECRET", "sandbox-client-secret-published");
    }

    @Test
    @InjectMojo(goal = "export")
    void writesADescriptorOfTheSandboxAndSaysWhatIsInIt(ExportMojo export) throws IOException {
        run(export);
        assertThat(logged())
                .containsExactly(
                        "INFO Wrote " + file() + " from connection sms (con_SandboxSms000000).",
                        "INFO   It owns 7 options: from, syntax, template, totp.length, totp.time_step,"
                                + " twilio_sid, twilio_token.",
                        "INFO   It lists 6 other options in comments: brute_force_protection, disable_signup,"
                                + " forward_req_info,"
                                + " messaging_service_sid, name, upstream_params.screen_name.alias.",
                        "INFO   Set these environment variables to the values in Auth0: TWILIO_TOKEN.",
                        "INFO   Next, mvn messagemedia:plan shows no change of options, only the adoption.",
                        "INFO Outcome: exported; nothing was written to Auth0.");
        assertThat(Files.readString(file()))
                .contains("\n  domain: sandbox\nconnection: sms\n")
                .doesNotContain("sandbox-client-secret-published");
    }

    @Test
    @InjectMojo(goal = "export")
    @MojoParameter(name = "offlineSchema", value = "true")
    void replacesAnotherSchemaOnlyWhereItMayReplaceFiles(ExportMojo export) throws Exception {
        Path schema = folder.resolve("messagemedia-auth0-1.schema.json");
        Files.writeString(schema, "{}");
        assertThat(failure(export))
                .isEqualTo("This file exists already: " + schema
                        + ", and it is not this plugin's schema. The goal did not change it.\n"
                        + "Move it or delete it, replace it with -Dmessagemedia.overwrite=true, or leave out"
                        + " -Dmessagemedia.offlineSchema.\n"
                        + "Outcome: failed; nothing was written to Auth0.");
        assertThat(file()).doesNotExist();
        set(export, "overwrite", true);
        run(export);
        assertThat(logged()).contains("INFO Replaced " + schema + ", the schema for your editor.");
        assertThat(schema).hasSameTextualContentAs(Path.of("docs/schema/messagemedia-auth0-1.schema.json"));
        assertThat(Files.readString(file()))
                .startsWith("# yaml-language-server: $schema=messagemedia-auth0-1.schema.json\n# Made by");
    }

    @Test
    @InjectMojo(goal = "export")
    void leavesAFileThatIsThereUnlessAsked(ExportMojo export) throws Exception {
        Files.writeString(file(), "mine");
        assertThat(failure(export))
                .isEqualTo("This file exists already: " + file() + ". The goal did not change it.\n"
                        + "Name another file with -Dmessagemedia.file=PATH, or replace this one with"
                        + " -Dmessagemedia.overwrite=true.\n"
                        + "Outcome: failed; nothing was written to Auth0.");
        assertThat(file()).hasContent("mine");
        set(export, "overwrite", true);
        run(export);
        assertThat(file()).content().contains("version: 1");
    }

    @ParameterizedTest
    @CsvSource({
        "/dev/zero, is not a regular file",
        "pipe, is not a regular file",
        "nowhere, 'is a link to a file that does not exist'"
    })
    @DisabledOnOs(OS.WINDOWS)
    void refusesToReplaceWhatALinkLeadsToUnlessItIsAFile(
            String target, String problem, @InjectMojo(goal = "export") ExportMojo export) throws Exception {
        Files.createSymbolicLink(file(), folder.resolve(target));
        set(export, "overwrite", true);
        try (Pipe pipe = new Pipe(folder.resolve("pipe"))) {
            assertThat(pipe).isNotNull();
            assertThat(failure(export)).startsWith("The descriptor " + file() + " " + problem + ".\n");
        }
        assertThat(file()).isSymbolicLink();
    }

    @Test
    @InjectMojo(goal = "export")
    void leavesAFileThatSomebodyElseWroteInTheMeantime(ExportMojo export) throws Exception {
        Filter colleague = new Filter() {
            @Override
            public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
                Files.writeString(file(), "a colleague's");
                chain.doFilter(exchange);
            }

            @Override
            public String description() {
                return "a colleague";
            }
        };
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory().withFilters(List.of(colleague)))) {
            signIn();
            set(export, "domain", sandbox.address().domain());
            assertThat(failure(export))
                    .isEqualTo("Another program changed the descriptor " + file()
                            + " while the goal ran. The goal did not change it.\n"
                            + "Check the file, then run the goal again.\n"
                            + "Outcome: failed; nothing was written to Auth0.");
            assertThat(file()).hasContent("a colleague's");
        }
    }

    @Test
    @InjectMojo(goal = "export")
    void signsInWithTheEnvironmentOrAServerAndWritesWhichOne(ExportMojo export) throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory())) {
            set(export, "domain", sandbox.address().domain());
            signIn();
            run(export);
            assertThat(file()).content().contains("  clientSecret: ${env.AUTH0_CLIENT_SECRET}\n");
            assertThat(sandbox.requests()).map(request -> request.method()).containsExactly("POST", "GET");
            build().server("auth0: prod", "sandbox-client-id", "sandbox-client-secret-published");
            set(export, "server", "auth0: prod");
            set(export, "overwrite", true);
            run(export);
            assertThat(file())
                    .content()
                    .contains("\n  server: \"auth0: prod\"\n")
                    .doesNotContain("clientSecret");
        }
    }

    @Test
    void aTokenOfTheEnvironmentSignsInHereAndInTheDescriptor(
            @InjectMojo(goal = "export") ExportMojo export, @InjectMojo(goal = "plan") PlanMojo plan) throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory())) {
            set(export, "domain", sandbox.address().domain());
            set(export, "audience", "https://acme.eu.auth0.com/api/v2/");
            build().environment("AUTH0_TOKEN", SandboxCredentials.TOKEN);
            run(export);
            assertThat(sandbox.requests()).extracting(RecordedRequest::method).containsExactly("GET");
            assertThat(file())
                    .content()
                    .contains("\n  audience: https://acme.eu.auth0.com/api/v2/\n  token:"
                            + " ${env.AUTH0_TOKEN}\nconnection: sms\n")
                    .doesNotContain("clientId");
            build().environment("TWILIO_TOKEN", SandboxCredentials.TWILIO_TOKEN);
            run(plan);
            assertThat(logged()).anyMatch(line -> line.startsWith("INFO Plan: no option changes"));
        }
    }

    @Test
    void aClientOfTheEnvironmentIsTakenBeforeAToken(@InjectMojo(goal = "export") ExportMojo export) throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory())) {
            set(export, "domain", sandbox.address().domain());
            signIn();
            build().environment("AUTH0_TOKEN", "environment-secret-0001");
            run(export);
            assertThat(file())
                    .content()
                    .contains("  clientId: ${env.AUTH0_CLIENT_ID}\n")
                    .doesNotContain("AUTH0_TOKEN");
        }
    }

    @Test
    @InjectMojo(goal = "export")
    void namesWhatIsMissingToSignIn(ExportMojo export) throws Exception {
        set(export, "domain", "acme.eu.auth0.com");
        assertThat(failure(export))
                .startsWith("There is no way to sign in: AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET are not set.\n"
                        + "Set AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET in the environment, or AUTH0_TOKEN to a"
                        + " Management API"
                        + " token; or name a <server> of settings.xml with -Dmessagemedia.server=ID.");
        set(export, "server", "nobody");
        assertThat(failure(export)).startsWith("settings.xml has no server \"nobody\".\n");
        set(export, "domain", null);
        assertThat(failure(export)).startsWith("messagemedia.domain is missing: ");
        set(export, "domain", "acme:eu");
        assertThat(failure(export)).startsWith("messagemedia.domain is \"acme:eu\".\n");
        assertThat(file()).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "export")
    void sendsNoCredentialsToAHostThatIsNotAuth0s(ExportMojo export) throws Exception {
        signIn();
        set(export, "domain", "login.acme.example");
        assertThat(failure(export))
                .startsWith("messagemedia.domain: tenant.domain login.acme.example is not an Auth0 host, so no"
                        + " credentials are"
                        + " sent there.\n");
        assertThat(file()).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "export")
    void stopsOfflineAndWhereNobodyAnswers(ExportMojo export) throws Exception {
        signIn();
        try (HeldPort port = new HeldPort()) {
            set(export, "domain", "http://127.0.0.1:" + port.number());
            assertThat(failure(export)).contains("Outcome: failed; nothing was written to Auth0.");
        }
        build().offline();
        set(export, "domain", "acme.eu.auth0.com");
        assertThat(failure(export))
                .isEqualTo("Maven is offline (-o) and acme.eu.auth0.com is not on this machine.\n"
                        + "Leave -o out, or run messagemedia:init, which works offline.\n"
                        + "Outcome: failed; nothing was written to Auth0.");
        assertThat(file()).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "export")
    @MojoParameter(name = "connection", value = "email")
    void listsTheConnectionsThatThereAre(ExportMojo export) {
        assertThat(failure(export))
                .isEqualTo("The tenant sandbox has no SMS connection \"email\". It has sms (con_SandboxSms000000).\n"
                        + "Name one of these with -Dmessagemedia.connection=NAME.\n"
                        + "Outcome: failed; nothing was written to Auth0.");
        assertThat(file()).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "export")
    void aCredentialThatNobodyFilledInIsSentToNobody(ExportMojo export) throws Exception {
        set(export, "domain", "acme.eu.auth0.com");
        build().environment("AUTH0_CLIENT_ID", "an-id").environment("AUTH0_CLIENT_SECRET", "$(Secret)");
        assertThat(failure(export))
                .startsWith("AUTH0_CLIENT_SECRET is a variable in $() that was not replaced, not a credential.\n");
        build().server("auth0-prod", "an-id", "'********'");
        set(export, "server", "auth0-prod");
        assertThat(failure(export))
                .startsWith("The server \"auth0-prod\" in settings.xml is a text in quotes (the quotes would be sent),"
                        + " not a credential.\n");
    }
}
