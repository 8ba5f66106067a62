def log = new File(basedir, 'build.log').text
['Descriptor: com.acme:sms-config:1.4.2, as released.',
 'Outcome: applied com.acme:sms-config:1.4.2 to sandbox, connection sms, environment prod.',
 'Outcome: nothing to do for com.acme:sms-config:1.4.2; nothing was written. Environment: prod.',
 'The released descriptor com.acme:sms-config:9.9.9 is in none of the repositories: ',
].each { if (!log.contains(it)) throw new AssertionError(it) }
if (new File(basedir, 'pom.xml').exists()) throw new AssertionError('a POM')
return true
