String log = new File(basedir, 'build.log').text
assert log.count('Outcome: applied to sandbox, connection sms.') == 1
assert log.count('Outcome: nothing to do; nothing was written.') == 1
assert log.count('Plan: nothing to do. Options and applied record are as the descriptor says.') == 2
assert log.indexOf('Outcome: applied') < log.indexOf('Outcome: nothing to do')
return true
