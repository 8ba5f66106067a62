def sandbox = context.get('sandbox')
try {
  // Each has written before the other reads, in a build of two threads too.
  def once = ['POST', 'GET', 'PATCH']
  def again = ['POST', 'GET']
  def methods = sandbox.requests()*.method()
  if (methods != once + once + again + again) throw new AssertionError(methods)
  def options = sandbox.tenant().connection('sms').members().get('options').members()
  assert options.get('from').text() == '+61491570156'
  assert options.get('template').text() == 'Your verification code is: @@password@@'
} finally {
  sandbox.close()
}
return true
