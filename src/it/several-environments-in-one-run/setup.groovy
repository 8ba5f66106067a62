import com.messagemedia.auth0.sandbox.Sandbox
import com.messagemedia.auth0.sandbox.SandboxSettings

def descriptor = new File(basedir, 'messagemedia-auth0.yaml')
def sandboxes = ['US', 'DEV', 'EU', 'UNTOUCHED'].collectEntries { [it, Sandbox.start(SandboxSettings.inMemory())] }
context.put('sandboxes', sandboxes)
sandboxes.each { name, sandbox ->
  descriptor.text = descriptor.text.replace("SANDBOX_$name".toString(), sandbox.address().domain())
}
return true
