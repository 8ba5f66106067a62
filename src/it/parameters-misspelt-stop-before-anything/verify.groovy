String log = new File(basedir, 'build.log').text
String user = ' (on the command line or in .mvn/maven.config)'
String unknown = ': no goal of this plugin has such a parameter. '
[
  '-Dmessagemedia.planfile' + user + unknown + 'Did you mean messagemedia.planFile?',
  '-Dmessagemedia.dryRun' + user + ': messagemedia:apply has no such parameter and would ignore it; messagemedia:rollback has it.',
  '-Dmessagemedia.failOnChange' + user + unknown + 'Did you mean messagemedia.failOnChanges?',
  '-Dmessagemedia.skip' + user + ' is "yes", but it must be true or false.',
  "In the plugin's <configuration> of the POM, <planfile> is not a parameter of this plugin. Did you mean <planFile>?",
  "In the plugin's <configuration> of the POM, <failOnWarnings> is \"yes\", but it must be true or false.",
  "messagemedia.enviroment in the POM's properties" + unknown + 'Did you mean messagemedia.environment?',
  '-Dmessagemedia.password' + user + unknown + 'If it is a property of your own',
].each { assert log.count(it) == 1 : it }
assert log.count('Outcome: failed; nothing was written to Auth0.') == 7
assert log.count('Skipped: messagemedia.skip is true.') == 1
// The one apply of this build is the last one: none of those before it began.
assert log.count('Outcome: applied to sandbox, connection sms.') == 1
assert log.count('Plan: ') == 1
assert new File(basedir, 'target/messagemedia/report.json').text.count('"goal"') == 1
return true
