def sandboxes = context.get('sandboxes')
try {
  String log = new File(basedir, 'build.log').text
  // The table and the texts have the order of the file, whatever finished first.
  assert log =~ /(?s)ENVIRONMENT +TENANT +ADD +CHANGE +REMOVE +CONFLICT +OUTCOME.*prod-us +http.*dev +http.*prod-eu +http/
  assert log =~ /\[1\/3\] /
  assert log =~ /\[INFO\] dev, prod-eu:/
  assert log =~ /\[INFO\] prod-us:/
  assert log.count('Outcome of 3 environments: 3 pending.') == 2
  assert log.contains('Outcome of 3 environments: 3 nothing to do.')
  assert !log.contains('SandboxApiSecret')
  String comment = new File(basedir, 'target/messagemedia/plan.md').text
  assert comment.startsWith('## 📝 SMS login, 3 environments: 3 with changes')
  assert comment.contains('### dev, prod-eu: ')
  def saved = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/messagemedia/plan.json'))
  assert saved.environments == ['prod-us', 'dev', 'prod-eu']
  assert saved.plans*.environment == saved.environments
  def runs = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/messagemedia/report.json')).runs
  assert runs*.environment == ['prod-us', 'dev', 'prod-eu'] * 3
  assert runs*.goal == ['plan'] * 3 + ['verify'] * 3 + ['doctor'] * 3
  assert sandboxes['UNTOUCHED'].requests().isEmpty()
  ['US', 'DEV', 'EU'].each { assert !sandboxes[it].requests()*.method().contains('PATCH') }
} finally {
  sandboxes.values().each { it.close() }
}
return true
