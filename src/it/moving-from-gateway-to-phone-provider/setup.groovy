import com.messagemedia.auth0.model.Value
import com.messagemedia.auth0.sandbox.Sandbox
import com.messagemedia.auth0.sandbox.SandboxSettings
import com.messagemedia.auth0.testing.Colleague
import com.sun.net.httpserver.Filter

def sandbox = null
// What "Use Tenant-Level Messaging Provider" is set to, after the code with this number.
def toggles = [4: true, 5: false, 6: true, 9: false]
def codes = 0
def colleague = Filter.afterHandler('a colleague at the dashboard', { exchange ->
  if (exchange.requestURI.path == '/passwordless/start' && toggles.containsKey(++codes)) {
    new Colleague(sandbox).sets('use_phone_provider', Value.of(toggles[codes]))
  }
})
sandbox = Sandbox.start(SandboxSettings.inMemory().withPhoneScopes().withFilters([colleague]))
context.put('sandbox', sandbox)
['gateway', 'provider', 'cleaned'].each {
  def descriptor = new File(basedir, it + '/messagemedia-auth0.yaml')
  descriptor.text = descriptor.text.replace('SANDBOX_URL', sandbox.address().domain())
}
return true
