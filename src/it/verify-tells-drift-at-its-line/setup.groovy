import com.messagemedia.auth0.connection.Value
import com.messagemedia.auth0.sandbox.Sandbox
import com.messagemedia.auth0.sandbox.SandboxSettings
import com.sun.net.httpserver.Filter

def sandbox = null
def edited = false
// A colleague edits the template in the dashboard right after the first apply.
def colleague = Filter.afterHandler('a colleague', { exchange ->
  if (exchange.requestMethod == 'PATCH' && !edited) {
    edited = true
    def id = sandbox.tenant().connection('sms').members().get('id').text()
    sandbox.tenant().edit(id, { connection ->
      def members = new LinkedHashMap(connection.members())
      def options = new LinkedHashMap(members.get('options').members())
      options.put('template', Value.of('Edited by a colleague: @@password@@'))
      members.put('options', new Value.Tree(options))
      new Value.Tree(members)
    })
  }
})
sandbox = Sandbox.start(SandboxSettings.inMemory().withFilters([colleague]))
context.put('sandbox', sandbox)
def descriptor = new File(basedir, 'messagemedia-auth0.yaml')
descriptor.text = descriptor.text.replace('SANDBOX_URL', sandbox.address().domain())
return true
