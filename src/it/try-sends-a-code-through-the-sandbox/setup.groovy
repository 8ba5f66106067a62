// The sandbox as a user runs it: a Maven of its own, in the foreground of its own process, until it is stopped.
def folder = new File(basedir, 'sandbox')
folder.mkdirs()
def settings = new File(folder, 'settings.xml')
def plain = new File(basedir.parentFile.parentFile.parentFile, 'src/it/settings.xml').text
settings.text = plain.replace('@localRepositoryUrl@', new File(buildRepository.toString()).toURI().toString())
def version = new File(localRepositoryPath, 'com/messagemedia/messagemedia-maven-plugin').listFiles().find {
  new File(it, "messagemedia-maven-plugin-${it.name}.jar").isFile()
}.name
def maven = [new File(System.getProperty('maven.home'), 'bin/mvn').path, '-B', '-s', settings.path,
    "-Dmaven.repo.local=${localRepositoryPath}".toString(),
    "com.messagemedia:messagemedia-maven-plugin:${version}:sandbox".toString(), '-Dmessagemedia.port=0']
def builder = new ProcessBuilder(maven).directory(folder).redirectErrorStream(true)
// Its folder is one deeper than a project's.
builder.environment().put('MAVEN_OPTS', mavenOpts.replace('../', '../../'))
def process = builder.start()
context.put('running', process)
def address = null
def lines = process.inputStream.newReader()
def line
while ((line = lines.readLine()) != null && !line.contains('Stop it with Ctrl-C.')) {
  println line
  def found = line =~ /Sandbox tenant: (\S+)/
  if (found) address = found[0][1]
}
if (!address) {
  process.destroyForcibly()
  throw new AssertionError('the sandbox did not start')
}
context.put('lines', lines)
context.put('address', address)
def descriptor = new File(basedir, 'messagemedia-auth0.yaml')
descriptor.text = descriptor.text.replace('SANDBOX_URL', address)
return true
