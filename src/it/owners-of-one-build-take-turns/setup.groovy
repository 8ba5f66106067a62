import com.messagemedia.auth0.sandbox.Sandbox
import com.messagemedia.auth0.sandbox.SandboxSettings

def sandbox = Sandbox.start(SandboxSettings.inMemory())
context.put('sandbox', sandbox)
['sender', 'text'].each {
  def descriptor = new File(basedir, "$it/messagemedia-auth0.yaml")
  descriptor.text = descriptor.text.replace('SANDBOX_URL', sandbox.address().domain())
}
return true
