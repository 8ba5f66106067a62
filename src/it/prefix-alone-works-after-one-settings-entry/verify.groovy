if (new File(basedir, 'pom.xml').exists()) throw new AssertionError('a POM')
def log = new File(basedir, 'build.log').text
['The descriptor is valid.', 'Outcome: applied to sandbox, connection sms.'].each {
    if (!log.contains(it)) throw new AssertionError(it)
}
return true
