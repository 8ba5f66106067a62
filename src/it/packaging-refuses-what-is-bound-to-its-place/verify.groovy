def log = new File(basedir, 'build.log').text
['messagemedia-auth0.yaml has 3 errors.',
 'messagemedia-auth0.yaml:5:17: tenant.clientSecret refers to the file client.secret beside the descriptor, which is not published with it',
 'messagemedia-auth0.yaml:6:19: tenant.caCertificates refers to the file corporate-ca.pem beside the descriptor, which is not published with it',
 'Refer to ${env.NAME}, to a server of settings.xml, or to an absolute path.',
 'messagemedia-auth0.yaml:12:13: options.template refers to ${project.name}, which has another value in each project that applies the published descriptor',
].each { if (!log.contains(it)) throw new AssertionError(it) }
return true
