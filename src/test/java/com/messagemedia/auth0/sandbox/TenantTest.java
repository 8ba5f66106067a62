package com.messagemedia.auth0.sandbox;

import static com.messagemedia.auth0.sandbox.Caller.json;
import static com.messagemedia.auth0.sandbox.Caller.member;
import static com.messagemedia.auth0.sandbox.Caller.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.messagemedia.auth0.model.Value.Tree;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** The tenant as test code edits it, in the sandbox's own process. */
class TenantTest {

    @Test
    void isEditedInProcess() {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory())) {
            Tenant tenant = sandbox.tenant();
            tenant.add(
                    (Tree) json("{\"id\":\"con_b\",\"name\":\"b\",\"strategy\":\"sms\",\"options\":{\"from\":\"x\"}}"));
            Caller caller = Caller.published(sandbox);
            assertThat(options(caller.get("/api/v2/connections/con_b"))).isEqualTo("{\"from\":\"x\"}");
            tenant.remove("con_b");
            assertThat(caller.get("/api/v2/connections/con_b").statusCode()).isEqualTo(404);
            assertThat(sandbox.requests()).hasSize(2);
        }
    }

    @Test
    void refusesWhatItCannotHold() {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory())) {
            Tenant tenant = sandbox.tenant();
            assertThatThrownBy(() -> tenant.connection("b"))
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessage("the sandbox has no connection named b");
            assertThatThrownBy(() -> tenant.edit("con_b", live -> live))
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessage("the sandbox has no connection con_b");
            assertThatThrownBy(() -> tenant.add(tenant.connection("sms")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the tenant cannot hold this: two connections have the same id");
            assertThatThrownBy(() -> tenant.edit("con_SandboxSms000000", live -> Tree.EMPTY))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the tenant cannot hold this: a connection has no id");
            assertThat(member(Caller.published(sandbox).get(Caller.SMS), "name"))
                    .isEqualTo("\"sms\"");
        }
    }
}
