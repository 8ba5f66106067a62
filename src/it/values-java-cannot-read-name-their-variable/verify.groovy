def settings = new File(basedir.parentFile, 'interpolated-settings.xml')
def maven = [new File(System.getProperty('maven.home'), 'bin/mvn').path, '-B', '-ntp', '-s', settings.path,
             "-Dmaven.repo.local=$localRepositoryPath"]

// The two bytes of an umlaut in UTF-8, whatever the locale of this build is.
def failing = { String variable, List<String> goal ->
  def script = 'export LC_ALL=C "$1=$(printf "a passphrase for M\\303\\274nchen")"; shift; exec "$@"'
  def command = (['sh', '-c', script, 'sh', variable] + maven + goal).collect { it.toString() }
  def builder = new ProcessBuilder(command).directory(basedir).redirectErrorStream(true)
  builder.environment().put('MAVEN_OPTS', mavenOpts)
  def build = builder.start()
  def log = build.inputStream.getText('UTF-8')
  new File(basedir, variable + '.log').setText(log, 'UTF-8')
  assert build.waitFor() != 0 : log
  assert !log.contains('nchen') : log
  assert log.contains('Run Maven in a UTF-8 locale, such as LC_ALL=C.UTF-8') : log
  return log
}
def unreadable = ' holds a character that Java could not read in the locale of this build.'

assert failing('NOT_SET_TEXT', ['messagemedia:plan', '-Dmessagemedia.file=text.yaml'])
        .contains('text.yaml:9:13: options.template refers to ${env.NOT_SET_TEXT}, whose value Java could not read in the locale of this build')
assert failing('MESSAGEMEDIA_BACKUP_KEY', ['messagemedia:apply']).contains('MESSAGEMEDIA_BACKUP_KEY' + unreadable)
assert failing('AUTH0_CLIENT_ID',
        ['messagemedia:export', '-Dmessagemedia.domain=http://127.0.0.1:1', '-Dmessagemedia.file=exported.yaml'])
        .contains('AUTH0_CLIENT_ID' + unreadable)
assert !new File(basedir, 'exported.yaml').exists()
return true
