def log = new File(basedir, 'build.log').text
['warning  provider       Auth0 sends through twilio now', 'ok       credentials    MessageMedia accepts them',
 'ok       gateway token  signed the way Auth0 signs it', 'Outcome: no link is broken; 1 could not be examined.',
 'ok       gateway        the tenant\'s own gateway answers in place of auth0-api.messagemedia.com',
 'broken   sender         +61491570158 has expired', 'The chain is broken at: sender.',
 'broken   references     missing: env.NOT_SET_ANYWHERE (line 8)', 'ok       tenant         ',
 'unknown  credentials    correct the descriptor first',
 'messageMedia.apiSecret refers to ${env.NOT_SET_ANYWHERE}, which is not set'].each {
    if (!log.contains(it)) throw new AssertionError(it)
}
return true
