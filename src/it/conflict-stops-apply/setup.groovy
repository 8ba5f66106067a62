import com.messagemedia.auth0.model.Value
import com.messagemedia.auth0.sandbox.Sandbox
import com.messagemedia.auth0.sandbox.SandboxSettings
import com.messagemedia.auth0.testing.Colleague
import com.sun.net.httpserver.Filter

def sandbox = null
def edited = false
// A colleague edits the template in the dashboard right after the first apply.
def colleague = Filter.afterHandler('a colleague', { exchange ->
  if (exchange.requestMethod == 'PATCH' && !edited) {
    edited = true
    new Colleague(sandbox).sets('template', Value.of('Edited by a colleague: @@password@@'))
  }
})
sandbox = Sandbox.start(SandboxSettings.inMemory().withFilters([colleague]))
context.put('sandbox', sandbox)
def descriptor = new File(basedir, 'messagemedia-auth0.yaml')
descriptor.text = descriptor.text.replace('SANDBOX_URL', sandbox.address().domain())
return true
