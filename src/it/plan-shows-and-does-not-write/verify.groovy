def sandbox = context.get('sandbox')
try {
  String log = new File(basedir, 'build.log').text
  assert log.contains(', connection sms (con_')
  assert log =~ /\+ provider +sms_gateway/
  assert log =~ /\+ gateway_authentication.audience +\(secret #[0-9a-f]{4}, 30 characters\)/
  assert log =~ /- twilio_token +\(secret #[0-9a-f]{4}, 32 characters\) +switching provider/
  assert log.contains('2 options are removed, as listed; no other option is lost.')
  assert !log.contains('SandboxApiSecret')
  assert sandbox.requests()*.method() == ['POST', 'GET']
} finally {
  sandbox.close()
}
return true
