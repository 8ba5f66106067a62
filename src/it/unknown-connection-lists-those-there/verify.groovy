String log = new File(basedir, 'build.log').text
assert log =~ /The tenant sandbox has no SMS connection "smss"\. It has sms \(con_[A-Za-z0-9]+\)\./
assert log.contains('Write one of these as "connection", or write "createIfMissing: true" to create it.')
assert log.contains('Outcome: failed; nothing was written to Auth0.')
return true
