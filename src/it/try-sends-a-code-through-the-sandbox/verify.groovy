def process = context.remove('running')
try {
  def inbox = new groovy.json.JsonSlurper().parse(new URL(context.get('address') + '/sandbox/inbox'))
  if (inbox.size() != 2) throw new AssertionError(inbox)
  inbox.each {
    if (it.recipient != '+61491570006' || it.sender != '+61491570156' || !it.accepted) throw new AssertionError(it)
  }
  if (!(inbox[0].body ==~ /Your verification code is: [0-9]{6}/)) throw new AssertionError(inbox[0])
  if (inbox[1].body != 'Your verification code is: 000000') throw new AssertionError(inbox[1])
  def shown = context.get('lines').readLine()
  if (!shown.contains('Message to +61491570006 from +61491570156: Your verification code is: ')) throw new AssertionError(shown)
  def log = new File(basedir, 'build.log').text
  ['Auth0 says that the code for +61491570006 was sent.',
   'The gateway accepted the message for +61491570006 with the token that Auth0 signs: 200.',
   'messagemedia.to is "0491570006", which is not a number in international form.'].each {
    if (!log.contains(it)) throw new AssertionError(it)
  }
} finally {
  process?.destroy()
  process?.waitFor()
}
return true
