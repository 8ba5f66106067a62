String log = new File(basedir, 'build.log').text
// All plans come first, then each wave; the environments stand in a file of their own.
assert log =~ /(?s)\[3\/3\].*Run [0-9TZ]+-[0-9a-f]{4} begins to write\..*Wave 1 of 2: dev.*Wave 1 of 2 is as planned\..*Wave 2 of 2: prod-us, prod-eu.*Wave 2 of 2 is as planned\./
assert log.contains('Outcome of 3 environments: 3 applied.')
assert log.contains('Outcome of 3 environments: 3 nothing to do.')
def run = (log =~ /Run ([0-9TZ]+-[0-9a-f]{4}) begins/)[0][1]
assert log.contains("-Dmessagemedia.run=$run")
assert !log.contains('SandboxApiSecret')

// The id that the log names undoes the run, in the same waves.
String settings = new File(basedir.parentFile, 'interpolated-settings.xml').path
String maven = new File(System.getProperty('maven.home'), 'bin/mvn').path
def builder = new ProcessBuilder(maven, '-B', '-ntp', '-s', settings, "-Dmaven.repo.local=$localRepositoryPath".toString(),
    'messagemedia:rollback', '-Dmessagemedia.environment=all', "-Dmessagemedia.run=$run".toString(),
    '-Dmessagemedia.approve=prod-eu,prod-us')
builder.directory(basedir).redirectErrorStream(true)
builder.environment().put('MESSAGEMEDIA_BACKUP_KEY', 'rehearsal-passphrase-0001')
builder.environment().put('MAVEN_OPTS', mavenOpts)
def build = builder.start()
String back = build.inputStream.text
assert build.waitFor() == 0 : back
assert back.contains('Wave 2 of 2 is as planned.')
assert back.contains('Outcome of 3 environments: 3 applied.')
def runs = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/messagemedia/report.json')).runs
assert runs*.goal == ['rollback'] * 3
assert runs*.environment == ['prod-us', 'dev', 'prod-eu']
assert runs*.outcome == ['applied'] * 3
['dev', 'prod-us', 'prod-eu'].each {
  assert !new File(basedir, "target/messagemedia/sandbox.json.tenants/${it}.json").text.contains('auth0-api.messagemedia.com')
}
return true
