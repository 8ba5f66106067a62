package com.messagemedia.auth0.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.testing.Colleague;
import com.messagemedia.auth0.testing.PageClient;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of a sandbox's tenants, as its page at the root gets it. */
class TenantListTest {

    @TempDir
    private Path folder;

    private Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory());

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private List<String> lines() {
        return PageClient.trees(PageClient.shown(sandbox), "tenants").stream()
                .map(TenantListTest::line)
                .toList();
    }

    private static String line(Tree tenant) {
        return String.join(
                " | ",
                List.of("name", "path", "state", "request", "status").stream()
                        .map(key -> PageClient.text(tenant, key))
                        .toList());
    }

    @Test
    void listsEachTenantWithItsStateAndItsLastRequest() {
        Caller caller = Caller.published(sandbox);
        caller.get("/prod-us/api/v2/connections");
        caller.patch("/dev" + Caller.SMS, "{\"options\":{\"provider\":\"sms_gateway\"}}");
        caller.get("/dev/api/v2/connections?token=" + SandboxCredentials.TOKEN);
        new Colleague(sandbox.tenant("dev")).notes("messagemedia", "{}");
        sandbox.tenant("modern", settings -> settings.withStart(StartingTenant.TWILIO_PROVIDER));
        sandbox.tenant("own", settings -> settings.withStart(StartingTenant.FOREIGN_ACTION));
        assertThat(lines())
                .containsExactly(
                        "sandbox | / | sms sends through Twilio, nothing applied yet |  | 0",
                        "sandbox/dev | /dev/ | sms sends through the SMS gateway, applied | GET /api/v2/connections | 400",
                        "sandbox/modern | /modern/ | sms sends through the phone provider Twilio, nothing applied yet |  | 0",
                        "sandbox/own | /own/ | sms sends through the phone provider's Action, nothing applied yet |  | 0",
                        "sandbox/prod-us | /prod-us/ | sms sends through Twilio, nothing applied yet |"
                                + " GET /api/v2/connections | 200");
    }

    @Test
    void aRequestShowsNeitherIdsNorWhatMayBeASecret() {
        Caller.published(sandbox).get("/dev/api/v2/connections/" + SandboxCredentials.API_SECRET + "/clients?x=y");
        assertThat(lines().get(1)).endsWith("| GET /api/v2/connections/…/clients | 400");
    }

    @Test
    void aTenantWithoutAnSmsConnectionSaysSo() {
        sandbox.tenant("empty").content().remove(Colleague.SMS);
        assertThat(lines().get(1)).isEqualTo("sandbox/empty | /empty/ | no SMS connection |  | 0");
    }

    @Test
    void tenantsThatFilesKeepAreListedBeforeTheirFirstUse() {
        sandbox.close();
        SandboxSettings kept = SandboxSettings.keptIn(folder.resolve("sandbox.json"));
        try (Sandbox other = Sandbox.startWithoutTenant(kept)) {
            new Colleague(other.tenant("dev")).sets("provider", Value.of("sms_gateway"));
        }
        assertThat(folder.resolve("sandbox.json")).doesNotExist();
        sandbox = Sandbox.start(kept);
        assertThat(lines().get(1))
                .isEqualTo("sandbox/dev | /dev/ | sms sends through the SMS gateway, nothing applied yet |  | 0");
    }

    @Test
    void thePageOfATenantListsNoOthers() {
        sandbox.tenant("dev");
        String page = Caller.anonymous(sandbox).get("/dev/ui/page.js").body();
        assertThat(page).isEqualTo(Caller.anonymous(sandbox).get("/ui/page.js").body());
        assertThat(sandbox.tenant("dev").requests()).isEmpty();
        assertThat(PageClient.trees(PageClient.shown(sandbox, "/dev/"), "tenants"))
                .isEmpty();
    }

    @Test
    void aNewTenantAppearsByItself() {
        try (PageClient page = PageClient.of(sandbox)) {
            assertThat(PageClient.trees(page.next(), "tenants")).hasSize(1);
            sandbox.tenant("dev");
            assertThat(PageClient.trees(page.next(), "tenants")).hasSize(2);
        }
    }
}
