def sandbox = context.get('sandbox')
try {
  def log = new File(basedir, 'build.log').readLines()
  ['Outcome: pending in ', 'Auth0 differs from the descriptor: drift in template.',
   'Outcome: different; Auth0 differs from the descriptor, and nothing was written.'].each { text ->
    if (!log.any { it.contains(text) }) throw new AssertionError(text)
  }
  if (!log.any { it.contains('Picked up JDK_JAVA_OPTIONS: -Duser.language=tr -Duser.country=TR') }) {
    throw new AssertionError('Maven ran in another locale')
  }
  def annotation = '::error file=verify-tells-drift-at-its-line/messagemedia-auth0.yaml,line=12,col=13,title=SMS login%3A drift::'
  if (!log.any { it.startsWith(annotation) }) throw new AssertionError(annotation)
  def report = new File(basedir, 'target/messagemedia/report.json').text
  if (!report.contains('"verdict": "drift"')) throw new AssertionError(report)
  def methods = sandbox.requests()*.method()
  if (methods != ['POST', 'GET', 'POST', 'GET', 'PATCH', 'POST', 'GET']) throw new AssertionError(methods)
} finally {
  sandbox.close()
}
return true
