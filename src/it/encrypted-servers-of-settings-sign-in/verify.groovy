String log = new File(basedir, 'build.log').text
def expect = { if (!log.contains(it)) throw new AssertionError('The log lacks: ' + it) }
expect('Outcome: applied to sandbox, connection sms.')
expect('The password of server "undecryptable" in settings.xml cannot be decrypted.')
expect('unknown-server.yaml:4:11: tenant.server')
['sandbox-client-secret-published', 'SandboxApiSecret00000000000000', 'sandbox-master-of-the-tests',
 'bm90IGVuY3J5cHRlZCB3aXRoIHRoaXMg'].each {
  if (log.contains(it)) throw new AssertionError('The log holds ' + it)
}
return true
