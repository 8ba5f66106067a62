package com.messagemedia.auth0.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.auth0.client.mgmt.ManagementApi;
import com.auth0.client.mgmt.ManagementApiBuilder;
import com.auth0.client.mgmt.actions.triggers.types.UpdateActionBindingsRequestContent;
import com.auth0.client.mgmt.branding.phone.types.CreateBrandingPhoneProviderRequestContent;
import com.auth0.client.mgmt.branding.phone.types.CreatePhoneProviderSendTestRequestContent;
import com.auth0.client.mgmt.branding.phone.types.UpdateBrandingPhoneProviderRequestContent;
import com.auth0.client.mgmt.core.ManagementApiException;
import com.auth0.client.mgmt.core.ObjectMappers;
import com.auth0.client.mgmt.types.ActionVersion;
import com.auth0.client.mgmt.types.ConnectionForList;
import com.auth0.client.mgmt.types.CreateActionRequestContent;
import com.auth0.client.mgmt.types.CreateClientRequestContent;
import com.auth0.client.mgmt.types.CreateConnectionRequestContent;
import com.auth0.client.mgmt.types.UpdateActionRequestContent;
import com.auth0.client.mgmt.types.UpdateConnectionRequestContent;
import com.auth0.client.mgmt.types.UpdateEnabledClientConnectionsRequestContentItem;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.testing.Colleague;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Auth0's own SDK at the sandbox: it reads every reply by Auth0's description of its API. */
class ForeignClientTest {

    private static final String ACTION =
            "{'name':'SMS','supported_triggers':[{'id':'custom-phone-provider','version':'v1'}],"
                    + "'runtime':'node22','code':'exports.onExecuteCustomPhoneProvider = async (event, api) =>"
                    + " api.notification.drop(`no key`);','secrets':[{'name':'K','value':'v'}]}";
    private static final String PROVIDER =
            "{'name':'custom','disabled':false," + "'configuration':{'delivery_methods':['text']},'credentials':{}}";

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.modern().withScopes(scopes()));
    private final ManagementApi api = new ManagementApiBuilder()
            .url(sandbox.address().url() + "api/v2")
            .token(SandboxCredentials.TOKEN)
            .maxRetries(0)
            .build();

    private static Set<String> scopes() {
        Set<String> scopes = new HashSet<>(SandboxSettings.USUAL_SCOPES);
        scopes.addAll(SandboxSettings.PHONE_SCOPES);
        scopes.addAll(Set.of("delete:connections", "read:clients", "create:clients", "delete:clients"));
        return scopes;
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static <T> T body(Class<T> type, String json) {
        try {
            return ObjectMappers.JSON_MAPPER.readValue(json.replace('\'', '"'), type);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static <T> List<T> all(Iterable<T> pages) {
        List<T> all = new ArrayList<>();
        pages.forEach(all::add);
        return all;
    }

    @Test
    void applicationsAreMadeListedAndDeleted() {
        String id = api.clients()
                .create(body(CreateClientRequestContent.class, "{'name':'New','app_type':'spa'}"))
                .getClientId()
                .orElseThrow();
        assertThat(api.clients().get(id).getName()).contains("New");
        assertThat(all(api.clients().list())).hasSize(4);
        api.clients().delete(id);
        assertThatThrownBy(() -> api.clients().get(id)).isInstanceOf(ManagementApiException.class);
    }

    @Test
    void connectionsAreListedChangedAndDeleted() {
        assertThat(all(api.connections().list()))
                .extracting(ConnectionForList::getName)
                .hasSize(2);
        api.connections()
                .update(
                        Colleague.SMS,
                        body(UpdateConnectionRequestContent.class, "{'options':{'from':'+61491570156'}}"));
        api.connections()
                .clients()
                .update(
                        Colleague.SMS,
                        List.of(body(
                                UpdateEnabledClientConnectionsRequestContentItem.class,
                                "{'client_id':'a','status':true}")));
        assertThat(all(api.connections().clients().get(Colleague.SMS))).hasSize(3);
        api.connections().delete(Colleague.SMS);
        assertThatThrownBy(() -> api.connections().get(Colleague.SMS)).isInstanceOf(ManagementApiException.class);
        String created = api.connections()
                .create(body(CreateConnectionRequestContent.class, "{'name':'other','strategy':'auth0','options':{}}"))
                .getId()
                .orElseThrow();
        assertThat(api.connections().get(created).getName()).contains("other");
    }

    @Test
    void anActionIsBuiltDeployedBoundAndSends() {
        String id = api.actions()
                .create(body(CreateActionRequestContent.class, ACTION))
                .getId()
                .orElseThrow();
        api.actions().get(id);
        assertThat(api.actions().get(id).getStatus().orElseThrow()).hasToString("built");
        api.actions().deploy(id);
        assertThat(api.actions().get(id).getAllChangesDeployed()).contains(true);
        api.actions()
                .triggers()
                .bindings()
                .updateMany(
                        "custom-phone-provider",
                        body(
                                UpdateActionBindingsRequestContent.class,
                                "{'bindings':[{'ref':{'type':'action_id','value':'" + id + "'}}]}"));
        String provider = api.branding()
                .phone()
                .providers()
                .create(body(CreateBrandingPhoneProviderRequestContent.class, PROVIDER))
                .getId()
                .orElseThrow();
        api.branding()
                .phone()
                .providers()
                .test(provider, body(CreatePhoneProviderSendTestRequestContent.class, "{'to':'+61491570006'}"));
        assertThat(sandbox.tenant().items(TenantPart.LOGS))
                .extracting(event -> Members.text(Members.tree(event, "details"), "error"))
                .containsExactly("no key");
        api.branding()
                .phone()
                .providers()
                .update(provider, body(UpdateBrandingPhoneProviderRequestContent.class, "{'disabled':true}"));
        api.actions().update(id, body(UpdateActionRequestContent.class, "{'code':'//'}"));
        assertThat(all(api.actions().versions().list(id)))
                .extracting(ActionVersion::getNumber)
                .hasSize(1);
        assertThatThrownBy(() -> api.actions().delete(id)).isInstanceOf(ManagementApiException.class);
        api.branding().phone().providers().delete(provider);
        assertThat(api.branding().phone().providers().list().getProviders().orElseThrow())
                .isEmpty();
    }
}
