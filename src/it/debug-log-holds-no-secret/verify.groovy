String log = new File(basedir, 'build.log').text
assert log.contains('Outcome: applied to sandbox, connection sms.')
['SandboxApiKey0000000', 'SandboxApiSecret00000000000000', 'sandbox-client-secret-published',
 '00000000000000000000000000000000', 'sandbox-token'].each { secret ->
  [secret, secret.bytes.encodeBase64().toString(), URLEncoder.encode(secret, 'UTF-8')].each { form ->
    assert !log.contains(form)
  }
}
return true
