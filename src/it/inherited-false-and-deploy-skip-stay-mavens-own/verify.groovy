def log = new File(basedir, 'build.log').text
def count = { String text, int times ->
    if (log.count(text) != times) throw new AssertionError("$text: ${log.count(text)}, not $times")
}
// The profile alone binds the goal; the module has a descriptor, and inherits nothing.
count(':apply (sms-login)', 1)
count('Outcome: applied to sandbox, connection sms.', 1)
// Skipping the publication is not skipping the apply.
count('Skipping artifact deployment', 4)
if (!new File(basedir, 'build/target/messagemedia/sandbox.json').isFile()) throw new AssertionError('not in the folder of -f')
if (new File(basedir, 'build/login/target/messagemedia').exists()) throw new AssertionError('inherited')
return true
