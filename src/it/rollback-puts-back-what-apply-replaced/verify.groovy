def log = new File(basedir, 'build.log').text
if (!log.contains('Picked up JDK_JAVA_OPTIONS: -Duser.language=ar -Duser.country=SA')) {
    throw new AssertionError('Maven ran in another locale')
}
['There is nothing to roll back: no backup of connection sms (con_SandboxSms000000)',
 'Outcome: applied to sandbox, connection sms.', '(messagemedia:rollback restores it)',
 'Outcome: pending; nothing was written. Run without messagemedia.dryRun to roll back.', 'Outcome: rolled back. The applied record stays',
 'Outcome: nothing to do; nothing was written.', 'drift: changed in Auth0 since the last apply',
 'Outcome: refused; Auth0 did not change.'].each {
    if (!log.contains(it)) throw new AssertionError(it)
}
if (log.contains('= twilio_token  stays')) throw new AssertionError('nobody has changed the token since')
if (log.contains('rehearsal-passphrase-0001')) throw new AssertionError('the passphrase is in the log')
def backups = new File(basedir, 'target/messagemedia/backups/sandbox/con_SandboxSms000000/default').listFiles()
if (backups.length != 1) throw new AssertionError(backups.toString())
if (!(backups[0].name ==~ /[0-9A-Za-z.-]+/)) throw new AssertionError(backups[0].name)
['"00000000000000000000000000000000"', 'SandboxApiSecret', 'rehearsal-passphrase'].each {
    if (backups[0].text.contains(it)) throw new AssertionError(it + ' is in the backup')
}
return true
