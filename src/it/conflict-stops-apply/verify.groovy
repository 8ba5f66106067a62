def sandbox = context.get('sandbox')
try {
  String log = new File(basedir, 'build.log').text
  assert log =~ /! template +live "Edited by a colleague: @@password@@", descriptor "Your verification code is: @@password@@"/
  assert log.contains('drift: changed in Auth0 since the last apply; the descriptor still has the applied value')
  assert log.contains('Plan: 0 to add, 0 to change, 0 to remove, 1 conflict. Nothing can be written.')
  assert log.contains('Outcome: refused; Auth0 did not change.')
  assert sandbox.requests()*.method() == ['POST', 'GET', 'PATCH', 'POST', 'GET']
} finally {
  sandbox.close()
}
return true
