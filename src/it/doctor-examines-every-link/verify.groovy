def log = new File(basedir, 'build.log').text
['warning  provider       Auth0 sends through twilio now', 'ok       credentials    MessageMedia takes them',
 'ok       gateway token  signed as Auth0 will', 'Outcome: no link is broken.',
 'broken   sender         +61491570158 has expired', 'The chain is broken at: sender.'].each {
    if (!log.contains(it)) throw new AssertionError(it)
}
return true
