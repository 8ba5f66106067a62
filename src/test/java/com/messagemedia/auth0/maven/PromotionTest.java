package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.Sandbox.RecordedRequest;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Released descriptors in place of a file. */
class PromotionTest extends GoalTest {

    private static final String NOTHING_WRITTEN = "Outcome: failed; nothing was written to Auth0.";
    private static final String REFUSED = "Outcome: refused; Auth0 did not change.";
    private static final String PROTECTED = SANDBOX + "environments: {prod: {protected: true}}\n";

    @Inject
    private RepositorySystem repositories;

    @BeforeEach
    void keepArtifactsInTheFolder() {
        var session = build().repositories();
        session.setLocalRepositoryManager(repositories.newLocalRepositoryManager(
                session, new LocalRepository(folder.resolve("repository").toFile())));
    }

    private void release(String version, String text) {
        build().file("repository/com/acme/sms-config/" + version + "/sms-config-" + version + ".yaml", text);
    }

    @Test
    @InjectMojo(goal = "apply")
    @MojoParameter(name = "artifact", value = "com.acme:sms-config:1.4.2")
    void appliesAReleasedDescriptorAndNamesIt(ApplyMojo apply) throws IOException {
        release("1.4.2", SANDBOX);
        run(apply);
        assertThat(logged())
                .contains(
                        "INFO Descriptor: com.acme:sms-config:1.4.2, as released.",
                        "INFO Outcome: applied com.acme:sms-config:1.4.2 to sandbox, connection sms. Auth0's reply"
                                + " holds"
                                + " every value that was sent.");
        assertThat(Files.readString(folder.resolve("target/messagemedia/report.json")))
                .contains("\"artifact\": \"com.acme:sms-config:1.4.2\"");
        run(apply);
        assertThat(logged())
                .last()
                .isEqualTo("INFO Outcome: nothing to do for com.acme:sms-config:1.4.2; nothing was written.");
    }

    /** One file sets up an older tenant through the gateway and a newer one through its phone provider. */
    @Test
    void samePackagedBytesSetUpBothDeliveries(
            @InjectMojo(goal = "package") PackageMojo pack, @InjectMojo(goal = "apply") ApplyMojo apply)
            throws Exception {
        try (Sandbox older = Sandbox.start(SandboxSettings.inMemory());
                Sandbox newer = Sandbox.start(SandboxSettings.modern())) {
            build().descriptor(SANDBOX.replace(
                            "  domain: sandbox\n",
                            "  clientId: sandbox-client-id\n  clientSecret: sandbox-client-secret-published\n")
                    + "environments:\n"
                    + "  older: {tenant: {domain: \"" + older.address().domain() + "\"}}\n"
                    + "  newer: {tenant: {domain: \"" + newer.address().domain() + "\"}, delivery: phoneProvider}\n");
            build().project()
                    .setArtifact(new org.apache.maven.artifact.DefaultArtifact(
                            "com.acme",
                            "login",
                            "1.2.3",
                            null,
                            "messagemedia-auth0",
                            null,
                            new DefaultArtifactHandler("yaml")));
            run(pack);
            release("1.4.2", Files.readString(folder.resolve("target/login-1.2.3.yaml")));
            Files.delete(folder.resolve("messagemedia-auth0.yaml"));
            MojoExtension.setVariableValueToObject(apply, "artifact", "com.acme:sms-config:1.4.2");
            for (String environment : List.of("older", "newer")) {
                MojoExtension.setVariableValueToObject(apply, "environment", environment);
                run(apply);
                assertThat(logged()).last().asString().contains("Outcome: applied com.acme:sms-config:1.4.2 to ");
                run(apply);
                assertThat(logged()).last().asString().contains("Outcome: nothing to do for com.acme:sms-config:1.4.2");
            }
            assertThat(older.requests()).noneMatch(PromotionTest::writesTheProvider);
            assertThat(newer.requests())
                    .filteredOn(PromotionTest::writesTheProvider)
                    .hasSize(1);
        }
    }

    private static boolean writesTheProvider(RecordedRequest request) {
        return request.method().equals("POST") && request.target().equals("/api/v2/branding/phone/providers");
    }

    @Test
    @InjectMojo(goal = "apply")
    @MojoParameter(name = "artifact", value = "com.acme:sms-config:1.5-SNAPSHOT")
    @MojoParameter(name = "environment", value = "prod")
    void snapshotIsRefusedForAProtectedEnvironment(ApplyMojo apply) {
        release("1.5-SNAPSHOT", PROTECTED);
        assertThat(failure(apply))
                .isEqualTo("Environment prod is protected, and com.acme:sms-config:1.5-SNAPSHOT is a SNAPSHOT, whose"
                        + " content can change.\nRelease the descriptor, and name the released version.\n"
                        + REFUSED
                        + " Environment: prod.");
    }

    /** A resolver that answers with a later version, as for a word that it knows and we do not. */
    private static Object later(Object proxy, Method method, Object... arguments) {
        return new ArtifactResult((ArtifactRequest) arguments[1])
                .setArtifact(new DefaultArtifact("com.acme:sms-config:yaml:1.4.3").setFile(new File("1.4.3.yaml")));
    }

    @Test
    void otherVersionThanTheOneAskedForIsRefused() {
        RepositorySystem resolver = (RepositorySystem) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {RepositorySystem.class}, PromotionTest::later);
        ReleasedDescriptor released = new ReleasedDescriptor(build().maven(), resolver);
        Fault fault =
                catchThrowableOfType(Fault.class, () -> released.fetch(Coordinates.parse("com.acme:sms-config:1.4.2")));
        assertThat(fault).hasMessage("Maven gave version 1.4.3 for the released descriptor com.acme:sms-config:1.4.2.");
        assertThat(fault.remedy()).isEqualTo("Name exactly one released version.");
        assertThat(fault.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(released.fetch(Coordinates.parse("com.acme:sms-config:1.4.3")))
                .hasFileName("1.4.3.yaml");
    }

    @Test
    @InjectMojo(goal = "plan")
    @MojoParameter(name = "artifact", value = "com.acme:sms-config:1.4.2")
    void environmentsBesideAReleasedDescriptorAreRefused(PlanMojo plan) {
        release("1.4.2", SANDBOX + "environmentsFile: tenants.yaml\n");
        assertThat(failure(plan)).isEqualTo("""
                sms-config-1.4.2.yaml has 1 error.

                sms-config-1.4.2.yaml:8:19: environmentsFile names a file beside the descriptor, which is not published with it
                  8 | environmentsFile: tenants.yaml
                    |                   ^^^^^^^^^^^^
                  Write the environments into the descriptor.

                """ + NOTHING_WRITTEN);
    }

    @Test
    @InjectMojo(goal = "plan")
    @MojoParameter(name = "artifact", value = "com.acme:sms-config:1.4.2")
    void recordBesideAReleasedDescriptorIsRefused(PlanMojo plan) {
        release("1.4.2", SANDBOX + "state: file\n");
        assertThat(failure(plan)).isEqualTo("""
                sms-config-1.4.2.yaml has 1 error.

                sms-config-1.4.2.yaml:8:8: state keeps the applied record in a file beside the descriptor, which is not published with it
                  8 | state: file
                    |        ^^^^
                  Write "state: connection", or leave it out.

                """ + NOTHING_WRITTEN);
    }

    @Test
    @InjectMojo(goal = "validate")
    @MojoParameter(name = "artifact", value = "com.acme:sms-config:1.4.2")
    void releasedDescriptorThatIsBoundToItsPlaceIsRefused(ValidateMojo validate) {
        release("1.4.2", SANDBOX.replace("domain: sandbox", "domain: ${project.domain}"));
        assertThat(failure(validate))
                .startsWith(
                        "sms-config-1.4.2.yaml has 1 error.\n\nsms-config-1.4.2.yaml:3:11: tenant.domain refers to"
                                + " ${project.domain}, which has another value in each project that applies the published descriptor");
    }

    @Test
    @InjectMojo(goal = "validate")
    @MojoParameter(name = "artifact", value = "com.acme:sms-config:1.4.2")
    @MojoParameter(name = "file", value = "messagemedia-auth0.yaml")
    void artifactAndFileTogetherAreRefused(ValidateMojo validate) {
        assertThat(failure(validate))
                .isEqualTo(
                        "Both messagemedia.artifact and messagemedia.file name a descriptor.\nLeave one of them out.\n"
                                + NOTHING_WRITTEN);
    }

    @Test
    @InjectMojo(goal = "validate")
    @MojoParameter(name = "artifact", value = "com.acme:sms-config:1.4.2")
    void absentReleaseIsNamedWithARemedy(ValidateMojo validate) {
        build().offline();
        assertThat(failure(validate))
                .isEqualTo(
                        "The released descriptor com.acme:sms-config:1.4.2 is not in the local repository, and Maven is"
                                + " offline (-o).\nCheck the coordinates. Check that an active profile of"
                                + " settings.xml names its repository, and a <server> has the login. mvn"
                                + " dependency:get"
                                + " -Dartifact=com.acme:sms-config:1.4.2:yaml shows the repository's answer.\n"
                                + NOTHING_WRITTEN);
    }
}
