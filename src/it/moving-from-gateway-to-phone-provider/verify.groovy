def sandbox = context.get('sandbox')
try {
  // What sent each code: MessageMedia's gateway has one address, its API, which the Action calls, another one.
  def ways = sandbox.requests()*.target().findAll { it in ['/messages', '/v1/messages'] }
  def gateway = '/messages'
  def action = '/v1/messages'
  def expected = [
    gateway, // before
    gateway, // set up beside it
    gateway, // and back
    gateway, // set up beside it again
    action,  // switched on
    gateway, // and back
    action,  // switched on again
    action,  // cleaned up
    action,  // and back: the gateway is set up again, but not yet in use
    gateway  // switched off
  ]
  if (ways != expected) throw new AssertionError(ways)
  def texts = sandbox.inbox()
  if (!texts.every { it.accepted() && it.sender() == '+61491570156' }) throw new AssertionError(texts)
  texts.eachWithIndex { message, i ->
    def text = expected[i] == gateway ? /Your verification code is: [0-9]{6}/ : /[0-9]{6} is your code for Sandbox/
    if (!(message.body() ==~ text)) throw new AssertionError(i + ': ' + message)
  }
  // docs/MOVING.md shows lines of this run. Fingerprints, hosts and times differ from run to run.
  def log = new File(basedir, 'build.log').text
  def comparable = { it.replaceAll(/#[0-9a-f]{4}/, '#').replaceAll(/http:..127\.0\.0\.1:[0-9]+/, 'acme.eu.auth0.com').trim() }
  def printed = log.readLines().collect(comparable) as Set
  def page = new File(basedir.parentFile.parentFile.parentFile, 'docs/MOVING.md').readLines()
  def shown = page.collect(comparable).findAll { it ==~ /\[(INFO|WARNING|ERROR)] .*/ }
  if (shown.size() < 20) throw new AssertionError(shown)
  def missing = shown.findAll { !printed.contains(it) }
  if (missing) throw new AssertionError('not printed: ' + missing.join('\n'))
  if (log.count('Outcome: in sync;') != 3) throw new AssertionError('verify found a difference')
  if (log.count('Outcome: refused; Auth0 did not change.') != 2) throw new AssertionError('two applies are refused')
  ['SandboxApiKey', 'SandboxApiSecret', 'rehearsal-passphrase'].each {
    if (log.contains(it)) throw new AssertionError('a secret is in the log')
  }
} finally {
  sandbox.close()
}
return true
