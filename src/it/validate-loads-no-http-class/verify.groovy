List<String> classes = new File(basedir, 'classes.log').readLines()
// The log is of this goal: the plugin's own classes are in it.
assert classes.any { it.contains('com.messagemedia.auth0.descriptor.DescriptorReader') }
['okhttp3.', 'okio.', 'retrofit2.', 'com.squareup.moshi.', 'kotlin.', 'com.sun.net.httpserver.', 'org.jose4j.', 'com.github.difflib.',
 'com.messagemedia.auth0.auth0.', 'com.messagemedia.auth0.sandbox.'].each { forbidden ->
  def loaded = classes.findAll { it.contains('] ' + forbidden) }
  if (!loaded.empty) throw new AssertionError(loaded.join('\n'))
}
// Each lambda costs a cold start up to half a millisecond: on the way of every run stand loops (docs/PERFORMANCE.md).
int lambdas = classes.count { it.contains('com.messagemedia.auth0.') && it.contains('$$Lambda') }
if (lambdas < 1 || lambdas > 60) throw new AssertionError("A validation makes $lambdas lambdas.")
assert new File(basedir, 'build.log').text.contains('The descriptor is valid.')
return true
