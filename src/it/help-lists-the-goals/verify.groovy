String log = new File(basedir, 'build.log').text
assert log.contains('messagemedia:apply')
['file', 'environment', 'skip', 'onConflict', 'allowedHosts', 'timeout', 'approve', 'adopt'].each {
  assert log.contains('User property: messagemedia.' + it)
}
return true
