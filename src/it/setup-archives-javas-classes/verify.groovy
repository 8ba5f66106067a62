if (new File(basedir.parentFile, 'classes.jsa').length() < 1 << 20) throw new AssertionError('there is no archive')
return true
