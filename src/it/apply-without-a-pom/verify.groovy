String log = new File(basedir, 'build.log').text
assert !new File(basedir, 'pom.xml').exists()
assert log.contains('The descriptor is valid.')
assert log.count('Outcome: applied to sandbox, connection sms.') == 1
assert log.count('Outcome: nothing to do; nothing was written.') == 1
assert new File(basedir, 'target/messagemedia/sandbox.json').isFile()
return true
