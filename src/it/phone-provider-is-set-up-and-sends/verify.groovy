// A newer tenant, from nothing to a code on the phone: the sandbox runs the Action that the apply deployed.
String log = new File(basedir, 'build.log').text
[
  '  + binding.action ',
  'Plan: 9 to add, 1 to change, 0 to remove, 0 conflicts.',
  'Auth0 says that the code for +447700900123 was sent.',
  'This does not prove delivery: Auth0 says so, whatever the Action does.'
].each { if (!log.contains(it)) throw new AssertionError(it) }
assert log.count('Outcome: applied to sandbox, connection sms.') == 1
assert log.count('Outcome: nothing to do; nothing was written.') == 1
assert log.count('Plan: nothing to do. Options and applied record match the descriptor.') == 2
if (!(log =~ /Sandbox inbox: message to \+447700900123 from Acme: [0-9]{6} is your code for Sandbox/)) throw new AssertionError(log)
// A newer tenant's connection has no gateway that could go on sending.
['gateway options stay', 'SandboxApiKey0000000', 'SandboxApiSecret00000000000000'].each {
  if (log.contains(it)) throw new AssertionError(it)
}
def sandbox = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/messagemedia/sandbox.json'))
assert !sandbox.actions[0].code.contains('SandboxApiKey0000000')
def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/messagemedia/report.json'))
assert report.formatVersion == 1
assert report.runs*.goal == ['try']
assert report.runs*.outcome == ['sent']
return true
