import com.sun.net.httpserver.BasicAuthenticator
import com.sun.net.httpserver.HttpServer
import java.security.MessageDigest

def descriptor = '''version: 1
tenant:
  domain: sandbox
messageMedia:
  apiKey: SandboxApiKey0000000
  apiSecret: SandboxApiSecret00000000000000
  from: "+61491570156"
'''
def name = '/com/acme/private-sms-config/2.0.0/private-sms-config-2.0.0.yaml'
def sum = MessageDigest.getInstance('SHA-1').digest(descriptor.bytes).encodeHex().toString()
def files = [(name): descriptor, (name + '.sha1'): sum]
def server = HttpServer.create(new InetSocketAddress(InetAddress.getByName('localhost'), 0), 0)
def releases = server.createContext('/') { exchange ->
    def bytes = files[exchange.requestURI.path]?.bytes
    exchange.sendResponseHeaders(bytes ? 200 : 404, bytes ? bytes.length : -1)
    if (bytes && exchange.requestMethod == 'GET') exchange.responseBody.write(bytes)
    exchange.close()
}
releases.authenticator = new BasicAuthenticator('releases') {
    boolean checkCredentials(String user, String password) {
        user == 'reader' && password == 'repository-password-0001'
    }
}
server.start()
context.put('releases-with-a-login', server)
// Not left over from an earlier run: it has to come over the network.
new File(localRepositoryPath, 'com/acme/private-sms-config').deleteDir()
def config = new File(basedir, '.mvn/maven.config')
config.parentFile.mkdirs()
config.text = "-Dreleases.port=${server.address.port}\n"
return true
