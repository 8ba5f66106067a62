String log = new File(basedir, 'build.log').text
[
  'It owns 7 options: from, syntax, template, totp.length, totp.time_step, twilio_sid, twilio_token.',
  'Plan: no option changes; adopt 7 options into a new applied record. No live option is lost.',
  'Outcome: applied to sandbox, connection sms.',
  'Outcome: nothing to do; nothing was written.'
].each { if (!log.contains(it)) throw new AssertionError(it) }
String descriptor = new File(basedir, 'messagemedia-auth0.yaml').text
if (!descriptor.contains('twilio_token: ${env.TWILIO_TOKEN}')) throw new AssertionError('twilio_token')
return true
