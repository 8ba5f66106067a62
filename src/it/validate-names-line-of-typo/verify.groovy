String log = new File(basedir, 'build.log').text
assert log.contains('messagemedia-auth0.yaml:10:3: messageMedia.form')
assert log.contains('10 |   form: "+61491570156"')
assert log.contains('Did you mean from?')
assert !log.contains('Caused by')
return true
