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
return true
