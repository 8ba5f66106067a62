def sandbox = context.get('sandbox')
try {
  String log = new File(basedir, 'build.log').text
  assert log.contains('lacks the scope read:connections_options. Nothing was written.')
  assert log.contains('Grant read:connections_options to the client')
  assert sandbox.requests().every { it.method() != 'PATCH' }
} finally {
  sandbox.close()
}
return true
