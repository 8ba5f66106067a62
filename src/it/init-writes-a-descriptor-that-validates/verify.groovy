String log = new File(basedir, 'build.log').text
[
  'messagemedia-auth0.yaml. What to do next:',
  // Without a POM the prefix says nothing to Maven: what is to be done next is told in full, as the goal was called.
  ':validate checks the file offline;',
  'mvn com.messagemedia:messagemedia-maven-plugin:',
  'The descriptor is valid.',
  'This file exists already: ',
  'The goal did not change it.'
].each { if (!log.contains(it)) throw new AssertionError(it) }
assert new File(basedir, 'messagemedia-auth0.yaml').text.contains('domain: acme.invalid')
String offline = new File(basedir, 'offline/messagemedia-auth0.yaml').text
assert offline.startsWith('# yaml-language-server: $schema=messagemedia-auth0-1.schema.json\n')
assert new File(basedir, 'offline/messagemedia-auth0-1.schema.json').text.contains('"title": "messagemedia-auth0.yaml, version 1"')

// In a project: the plugin in the POM, and a pipeline beside the one that exists.
File project = new File(basedir, 'with-a-pom')
String pom = new File(project, 'pom.xml').text
assert pom.contains('  <!-- Nothing here yet. -->\n  <build>\n    <plugins>\n      <plugin>\n        <groupId>com.messagemedia</groupId>')
assert new File(project, '.gitlab-ci.yml').text == 'stages: [build]\n'
assert new File(project, 'sms-login.gitlab-ci.yml').text.contains('mvn -B -ntp messagemedia:plan')
String descriptor = new File(project, 'messagemedia-auth0.yaml').text
assert descriptor.contains('domain: acme.invalid\n') && descriptor.contains('from: "+61491570156"')
[
  'Added the plugin to ',
  'sms-login.gitlab-ci.yml, a pipeline for GitLab CI.',
  // The POM makes the prefix known. Maven was called from the folder above.
  "  mvn -f $project messagemedia:plan -Dmessagemedia.environment=prod shows what it would change.".toString(),
  // Bound to the build by the POM.
  ':validate (sms-login) @ login'
].each { if (!log.contains(it)) throw new AssertionError(it) }
return true
