import com.messagemedia.auth0.sandbox.Sandbox
import com.messagemedia.auth0.sandbox.SandboxSettings

def sandbox = Sandbox.start(SandboxSettings.inMemory().withScopes(Set.of('read:connections', 'update:connections', 'update:connections_options')))
context.put('sandbox', sandbox)
def descriptor = new File(basedir, 'messagemedia-auth0.yaml')
descriptor.text = descriptor.text.replace('SANDBOX_URL', sandbox.address().domain())
return true
