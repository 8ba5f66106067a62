String log = new File(basedir, 'build.log').text
assert log.indexOf('The descriptor is valid.') < log.indexOf('Plan: ')
assert log.count('The descriptor is valid.') == 1
assert log.count('has no messagemedia-auth0.yaml.') == 2
assert !log.contains('Outcome: applied')
return true
