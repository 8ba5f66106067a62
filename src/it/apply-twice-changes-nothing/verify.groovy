String log = new File(basedir, 'build.log').text
assert log.count('Outcome: applied to sandbox, connection sms.') == 1
assert log.count('Outcome: nothing to do; nothing was written.') == 1
assert log.count('Plan: nothing to do. Options and applied record match the descriptor.') == 2
assert log.indexOf('Outcome: applied') < log.indexOf('Outcome: nothing to do')
def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/messagemedia/report.json'))
assert report.formatVersion == 1
assert report.runs*.goal == ['plan']
assert report.runs*.outcome == ['nothing-to-do']
// Each lambda costs a cold start up to half a millisecond: on the way of every run stand loops (docs/PERFORMANCE.md).
// The embedded sandbox's own do not count: no real tenant has them.
int lambdas = new File(basedir, 'classes.log').readLines().count {
  it.contains('com.messagemedia.auth0.') && it.contains('$$Lambda') && !it.contains('.sandbox.') && !it.contains('.javascript.')
}
if (lambdas < 1 || lambdas > 90) throw new AssertionError("An apply that finds nothing to do makes $lambdas lambdas.")
return true
