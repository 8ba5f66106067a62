context.remove('releases-with-a-login')?.stop(0)
def log = new File(basedir, 'build.log').text
['Descriptor: com.acme:private-sms-config:2.0.0, as released.',
 'Outcome: applied com.acme:private-sms-config:2.0.0 to sandbox, connection sms.'].each {
    if (!log.contains(it)) throw new AssertionError(it)
}
if (log.contains('repository-password-0001')) throw new AssertionError('the repository password is in the log')
return true
