context.get('sandboxes').each { it.close() }
String log = new File(basedir, 'build.log').text

// Each build ended as it should have, so that the search below looked at what was meant.
['The descriptor is valid.',
 'Outcome: applied to http://127.0.0.1',
 'Outcome: nothing to do; nothing was written.',
 '+ action.secrets.MESSAGEMEDIA_API_SECRET',
 'Auth0 does not show their values',
 'is a secret in plain text, which does not belong in a file',
 'broken.yaml has 1 error.',
 'failed: 401 Unauthorized (access_denied)',
 'failed: 400 Bad Request (invalid_body)',
 'A second read shows that the change was not applied.',
 'redirect',
 'owned by the descriptor with "owner: default"',
 'was edited after messagemedia:plan wrote it'].each { if (!log.contains(it)) throw new AssertionError('The log lacks: ' + it) }

def marked = ['MarkedClientSecret+/=01', 'MarkedWrongSecret+/=02', 'MarkedToken.03.abcdefghij', 'MarkedApiKey00000004',
    'MarkedApiSecret000000000000005', 'MarkedTwilioToken00000000000006x', 'MarkedAudience0000000007',
    'MarkedSecret0000000008', 'MarkedNovelty0000000009', '+61400111222']
def forms = marked.collectMany { secret ->
  byte[] bytes = secret.getBytes('UTF-8')
  [secret, URLEncoder.encode(secret, 'UTF-8'), bytes.encodeBase64().toString(),
   Base64.urlEncoder.withoutPadding().encodeToString(bytes)]
}
// The files of the test itself name the secrets; everything else was printed or written by the build.
def ours = ['invoker.properties', 'setup.groovy', 'verify.groovy', 'literal-secrets.yaml', 'broken.yaml', 'edited-plan.json']
def searched = 0
basedir.eachFileRecurse(groovy.io.FileType.FILES) { file ->
  if (!ours.contains(file.name)) {
    searched++
    String text = file.getText('UTF-8')
    forms.each { form -> if (text.contains(form)) throw new AssertionError("${file.name} holds ${form}") }
  }
}
assert searched >= 3
['json', 'txt', 'md', 'html'].each { assert new File(basedir, "target/messagemedia/plan.$it").isFile() }
return true
