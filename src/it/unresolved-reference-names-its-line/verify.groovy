String log = new File(basedir, 'build.log').text
['4:13: tenant.clientId', '5:17: tenant.clientSecret', '8:11: messageMedia.apiKey', '9:14: messageMedia.apiSecret'].each {
  assert log.contains('messagemedia-auth0.yaml:' + it)
}
assert log.contains('env.NOT_SET_API_SECRET')
return true
