def work = new File(basedir.parentFile.parentFile, 'it-release')
def source = new File(basedir, 'messagemedia-auth0.yaml').bytes
['1.0', '1.1'].each { version ->
    assert new File(work, "deployed/com/messagemedia/it/released-sms-config/$version/released-sms-config-${version}.yaml").bytes == source
}
def tags = ['git', '--git-dir', "$work/origin.git", 'tag'].execute().text.readLines()
assert tags == ['v1.0', 'v1.1']
def log = new File(basedir, 'build.log').text
def once = { String text -> if (log.count(text) != 1) throw new AssertionError("$text: ${log.count(text)} times") }
// The first release goes live. The second is deployed and fails, and its message names the command that was then run. The third
// is stopped before its tag.
once('Outcome: applied to sandbox, connection sms.')
once('Outcome: nothing to do for com.messagemedia.it:released-sms-config:1.1; nothing was written.')
once('this command finishes the job:')
once(':apply -Dmessagemedia.artifact=com.messagemedia.it:released-sms-config:1.1')
once('Descriptor: com.messagemedia.it:released-sms-config:1.1, as released.')
if (!log.contains('nowhere')) throw new AssertionError('the fault names no environment')
return true
