def sandbox = context.get('sandbox')
try {
  String log = new File(basedir, 'build.log').text
  assert log.contains('401')
  assert log.contains('Outcome: failed; nothing was written to Auth0.')
  assert !log.contains('marked-wrong-client-secret')
  assert sandbox.requests()*.method() == ['POST']
} finally {
  sandbox.close()
}
return true
