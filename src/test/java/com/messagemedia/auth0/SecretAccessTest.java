package com.messagemedia.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.Value;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Where a secret's value can be had at all. A new place is a decision: it is added here or nowhere. */
class SecretAccessTest {

    private static final String ROOT = "com.messagemedia.auth0.";

    private static final JavaClasses OURS = OurClasses.OF_THE_PLUGIN;

    @Test
    void secretsAreRevealedInFewNamedPlaces() {
        assertThat(accessing(Secret.class, "reveal"))
                .containsExactlyInAnyOrder(
                        "descriptor.DescriptorAssembly",
                        "delivery.MessageMediaSection",
                        "descriptor.CredentialRules",
                        "descriptor.ReferenceLookup$ServerCredentials",
                        "delivery.MessageMediaRules",
                        "http.ProxySettings$ProxyLogin",
                        "http.SealedText",
                        "maven.GoalOutput",
                        "maven.RollbackChange",
                        "maven.TenantBackups",
                        "auth0.ActionChange",
                        "auth0.ClientIdentity",
                        "auth0.TenantLink",
                        "auth0.PasswordlessClient",
                        "auth0.PasswordlessClient$PasswordlessStart",
                        "messagemedia.GatewayClient",
                        "messagemedia.MessageMediaClient",
                        "auth0.TokenSource",
                        "sandbox.GatewayEndpoint$GatewayCall",
                        "doctor.GatewayExamination");
    }

    /** Each of them cleans or refuses what it takes, which CredentialsOfGoalsTest, MavenHttpTest and CredentialReferencesTest hold. */
    @Test
    void credentialsEnterInFewNamedPlaces() {
        assertThat(calling(ROOT + "descriptor.ReferenceLookup", "server"))
                .containsExactlyInAnyOrder(
                        "maven.ExportSignIn",
                        "maven.TenantBackups",
                        "maven.TryRequest",
                        "descriptor.ReferenceResolver");
        assertThat(calling(ROOT + "descriptor.ReferenceLookup", "environment"))
                .containsExactlyInAnyOrder("maven.ExportSignIn", "descriptor.ReferenceResolver");
        assertThat(calling("org.eclipse.aether.repository.AuthenticationContext", "get"))
                .containsExactly("maven.MavenHttp");
        assertThat(calling("java.lang.System", "getenv")).isEmpty();
        assertThat(calling(ROOT + "maven.GoalBuild", "variable"))
                .containsExactlyInAnyOrder("maven.RollbackChange", "maven.TenantBackups");
    }

    @Test
    void valuesBecomeTextInFewNamedPlaces() {
        Set<String> writing = new TreeSet<>(accessing(Json.class, "write"));
        writing.addAll(accessing(Json.class, "writePretty"));
        writing.removeIf(place -> place.startsWith("http.") || place.startsWith("sandbox."));
        assertThat(writing)
                .containsExactlyInAnyOrder(
                        "report.Remark$CodeQuality",
                        "report.ValueText",
                        "report.RunReportFile",
                        "apply.SavedFile",
                        "rollback.BackupText",
                        "rollback.BackupPlan",
                        "delivery.RecordKeeper$RecordFile",
                        // The first line of the Action's code has fingerprints in place of values.
                        "delivery.phone.ActionHeader");
    }

    @Test
    void resolvedValuesAreHandedToTheRedactorAlone() {
        assertThat(accessing(Descriptor.class, "secretValues"))
                .containsExactly(
                        "delivery.PreparedChange", "maven.FleetMember", "maven.FleetSession", "maven.TenantSession");
    }

    @Test
    void nothingThatHoldsAValueCanBeSerialised() {
        Set<String> holders = Set.of(
                Secret.class.getName(), Value.class.getName(), Options.class.getName(), Connection.class.getName());
        List<JavaClass> holding = OURS.stream()
                .filter(type -> type.getFields().stream()
                        .anyMatch(field -> holders.contains(field.getRawType().getName())))
                .toList();
        assertThat(holding).hasSizeGreaterThan(10).noneMatch(type -> type.isAssignableTo(Serializable.class));
    }

    private static Set<String> calling(String owner, String method) {
        return OURS.stream()
                .filter(type -> type.getAccessesFromSelf().stream()
                        .anyMatch(found -> found.getTargetOwner().isAssignableTo(owner)
                                && found.getTarget().getName().equals(method)))
                .map(type -> type.getName().replace(ROOT, ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> accessing(Class<?> owner, String method) {
        Predicate<JavaAccess<?>> access = found -> found.getTargetOwner().isEquivalentTo(owner)
                && found.getTarget().getName().equals(method);
        return OURS.stream()
                .filter(type -> !type.isEquivalentTo(owner))
                .filter(type -> type.getAccessesFromSelf().stream().anyMatch(access))
                .map(type -> type.getName().replace(ROOT, ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
