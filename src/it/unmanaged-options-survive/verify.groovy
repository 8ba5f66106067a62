def sandbox = context.get('sandbox')
try {
  def before = context.get('before').members().get('options').members()
  def after = sandbox.tenant().connection('sms').members().get('options').members()
  def ours = ['provider', 'gateway_url', 'gateway_authentication', 'from', 'template', 'twilio_sid', 'twilio_token']
  def others = before.keySet() - ours
  assert others.containsAll(['upstream_params', 'forward_req_info', 'totp'])
  others.each { assert after.get(it) == before.get(it) }
  assert after.get('provider').text() == 'sms_gateway'
  assert !after.containsKey('twilio_sid') && !after.containsKey('twilio_token')
  assert sandbox.requests()*.method() == ['POST', 'GET', 'PATCH']
} finally {
  sandbox.close()
}
return true
