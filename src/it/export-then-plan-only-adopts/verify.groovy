String log = new File(basedir, 'build.log').text
[
  'It owns 7 options: from, syntax, template, totp.length, totp.time_step, twilio_sid, twilio_token.',
  'Plan: 0 to add, 0 to change, 0 to remove, 0 conflicts',
  'Outcome: applied to sandbox, connection sms.',
  'Outcome: nothing to do; nothing was written.'
].each { if (!log.contains(it)) throw new AssertionError(it) }
String descriptor = new File(basedir, 'messagemedia-auth0.yaml').text
if (!descriptor.contains('twilio_token: ${env.TWILIO_TOKEN}')) throw new AssertionError('twilio_token')
return true
