import com.messagemedia.auth0.model.Value
import com.messagemedia.auth0.sandbox.Sandbox
import com.messagemedia.auth0.sandbox.SandboxSettings.SandboxClient
import com.messagemedia.auth0.sandbox.SandboxSettings
import com.sun.net.httpserver.Filter

def sandboxes = []
def client = SandboxClient.of('marked-client', 'MarkedClientSecret+/=01')

// Somebody else's secrets are on the tenant, too, one of them under a name that no documentation knows.
def secrets = { Value.Tree connection ->
  def members = new LinkedHashMap(connection.members())
  def options = new LinkedHashMap(members.get('options').members())
  options.put('twilio_token', Value.of('MarkedTwilioToken00000000000006x'))
  options.put('gateway_authentication', new Value.Tree([
      method: Value.of('bearer'), audience: Value.of('MarkedAudience0000000007'),
      secret: Value.of('MarkedSecret0000000008'), novelty: Value.of('MarkedNovelty0000000009')]))
  members.put('options', new Value.Tree(options))
  new Value.Tree(members)
}

def start = { Filter... filters ->
  def sandbox = Sandbox.start(SandboxSettings.inMemory().withClient(client).withFilters(filters.toList()))
  def id = sandbox.tenant().connection('sms').members().get('id').text()
  sandbox.tenant().edit(id, secrets)
  sandboxes << sandbox
  sandbox
}

def reply = { exchange, int status, String type, String body ->
  byte[] bytes = body.getBytes('UTF-8')
  exchange.responseHeaders.set('Content-Type', type)
  exchange.sendResponseHeaders(status, bytes.length)
  exchange.responseBody.withCloseable { it.write(bytes) }
}

// A fault takes the place of the handler, for the requests that it is about.
class Fault extends Filter {
  String method
  Closure answer

  void doFilter(com.sun.net.httpserver.HttpExchange exchange, Filter.Chain chain) {
    if (exchange.requestMethod == method) {
      answer(exchange)
    } else {
      chain.doFilter(exchange)
    }
  }

  String description() { 'a fault' }
}

def quoting = { exchange ->
  def sent = exchange.requestBody.getText('UTF-8')
  def quoted = sent + ' ' + sent.bytes.encodeBase64() + ' ' + URLEncoder.encode(sent, 'UTF-8')
  def audience = 'MarkedApiSecret000000000000005'
  def message = "Payload validation error: '${audience}' ${audience.bytes.encodeBase64()} of " +
      quoted.replace('"', "'")
  reply(exchange, 400, 'application/json', groovy.json.JsonOutput.toJson(
      [statusCode: 400, error: 'Bad Request', message: message, errorCode: 'invalid_body']))
}

def good = start()
def addresses = [
    'good': good,
    'wrong-secret': good,
    'wrong-token': good,
    'quotes-what-was-sent': start(new Fault(method: 'PATCH', answer: quoting)),
    'drops-the-connection': start(new Fault(method: 'PATCH', answer: { it.close() })),
    'answers-nonsense': start(new Fault(method: 'GET', answer: {
      reply(it, 200, 'text/html', '<p>MarkedTwilioToken00000000000006x</p>')
    })),
    'redirects': start(new Fault(method: 'GET', answer: {
      it.responseHeaders.set('Location', 'https://evil.invalid/?' + it.requestHeaders.getFirst('Authorization'))
      it.sendResponseHeaders(302, -1)
      it.close()
    })),
    'conflicts': good,
]

def text = { String domain, String login, String from -> """\
version: 1
owner: OWNER
tenant:
  domain: $domain
  $login
messageMedia:
  apiKey: \${env.MARKED_API_KEY}
  apiSecret: \${env.MARKED_API_SECRET}
  from: $from
""" }

def login = 'clientId: marked-client\n  clientSecret: ${env.MARKED_CLIENT_SECRET}'
addresses.each { name, sandbox ->
  def how = name == 'wrong-secret' ? login.replace('CLIENT_SECRET', 'WRONG_SECRET')
      : name == 'wrong-token' ? 'token: ${env.MARKED_TOKEN}' : login
  // Another owner of the same options makes the conflict.
  def owner = name == 'conflicts' ? 'other' : 'default'
  new File(basedir, name + '.yaml').text =
      text(sandbox.address().domain(), how, '${env.MARKED_SENDER}').replace('OWNER', owner)
}

def literal = text('acme.invalid', 'clientId: marked-client\n  clientSecret: MarkedClientSecret+/=01', '"+61491570156"')
    .replace('OWNER', 'default')
    .replace('${env.MARKED_API_KEY}', 'MarkedApiKey00000004')
    .replace('${env.MARKED_API_SECRET}', 'MarkedApiSecret000000000000005')
new File(basedir, 'literal-secrets.yaml').text = literal
new File(basedir, 'broken.yaml').text = literal.replace('clientSecret: Marked', 'clientSecret: "Marked')
new File(basedir, 'edited-plan.json').text = '{"formatVersion": 1, "live": "MarkedApiSecret000000000000005"}'

// A newer tenant sends through an Action, whose secrets are the same.
def modern = Sandbox.start(SandboxSettings.modern().withClient(client))
sandboxes << modern
new File(basedir, 'phone.yaml').text =
    text(modern.address().domain(), login, '${env.MARKED_SENDER}').replace('OWNER', 'default') + 'delivery: phoneProvider\n'
context.put('sandboxes', sandboxes)
return true
