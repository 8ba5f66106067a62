def installed = new File(localRepositoryPath, 'com/messagemedia/it/attach-adds-the-descriptor/1.0/attach-adds-the-descriptor-1.0-sms.yaml')
assert installed.bytes == new File(basedir, 'messagemedia-auth0.yaml').bytes
def line = 'messagemedia-auth0.yaml is attached to com.messagemedia.it:attach-adds-the-descriptor:pom:1.0 with classifier sms.'
if (!new File(basedir, 'build.log').text.contains(line)) throw new AssertionError(line)
return true
