String log = new File(basedir, 'build.log').text
assert log.count('Outcome: applied to sandbox, connection sms.') == 1
assert log.count('Outcome: nothing to do; nothing was written.') == 1
assert log.count('Plan: nothing to do. Options and applied record match the descriptor.') == 2
assert log.indexOf('Outcome: applied') < log.indexOf('Outcome: nothing to do')
def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/messagemedia/report.json'))
assert report.formatVersion == 1
assert report.runs*.goal == ['plan']
assert report.runs*.outcome == ['nothing-to-do']
return true
