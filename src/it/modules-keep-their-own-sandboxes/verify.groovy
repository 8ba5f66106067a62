def json = { new groovy.json.JsonSlurper().parse(new File(basedir, it)) }
// Both modules name the same two tenants, and each has its own: the state stands in the module's own folder.
['web': '+61491570156', 'shop': '+61491570157'].each { module, sender ->
  ['dev', 'prod'].each { tenant ->
    def state = json("$module/target/messagemedia/sandbox.json.tenants/${tenant}.json")
    def sms = state.connections.find { it.name == 'sms' }
    if (sms.options.from != sender) throw new AssertionError("$module $tenant: $sms")
    def backups = new File(basedir, "$module/target/messagemedia/backups")
    if (!backups.isDirectory()) throw new AssertionError("$backups is missing")
  }
  def report = json("$module/target/messagemedia/report.json")
  assert report.runs*.environment == ['dev', 'prod']
  assert report.runs*.outcome == ['nothing-to-do', 'nothing-to-do']
}
assert !new File(basedir, 'target/messagemedia').exists()
String log = new File(basedir, 'build.log').text
assert log.count('Outcome of 2 environments: 2 applied.') == 2
assert log.count('Outcome of 2 environments: 2 nothing to do.') == 2
return true
