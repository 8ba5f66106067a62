byte[] source = new File(basedir, 'messagemedia-auth0.yaml').bytes
def deployed = new File(basedir, 'target/deployed/com/messagemedia/it/sms-config/1.0/sms-config-1.0.yaml')
assert deployed.bytes == source
assert new File(localRepositoryPath, 'com/messagemedia/it/sms-config/1.0/sms-config-1.0.yaml').bytes == source
def log = new File(basedir, 'build.log').text
['The descriptor is valid.', 'messagemedia-auth0.yaml is packaged as com.messagemedia.it:sms-config:messagemedia-auth0:1.0.'].each {
    if (!log.contains(it)) throw new AssertionError(it)
}
// Publishing is not going live.
if (log.contains('Outcome:') || log.contains(':apply')) throw new AssertionError('applied')
return true
