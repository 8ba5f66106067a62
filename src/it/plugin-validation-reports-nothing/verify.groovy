// Maven 3.9 and newer say what they dislike in a plugin; older ones know no such report.
def warnings = new File(basedir, 'build.log').readLines().findAll { it.contains('WARN') || it.contains('alidation issue') }
if (!warnings.empty) throw new AssertionError(warnings.join('\n'))
return true
