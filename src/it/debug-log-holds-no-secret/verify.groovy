String log = new File(basedir, 'build.log').text
assert log.contains('Outcome: applied to sandbox, connection sms.')
['SandboxApiKey0000000', 'SandboxApiSecret00000000000000', 'sandbox-client-secret-published',
 'sandbox-token'].each { secret ->
  [secret, secret.bytes.encodeBase64().toString(), URLEncoder.encode(secret, 'UTF-8')].each { form ->
    assert !log.contains(form)
  }
}
// The dummy Twilio token is 32 zeros, which also end the account SID; that is no secret.
assert !log.replace('AC' + '0' * 32, '').contains('0' * 32)
return true
