assert new File(basedir, 'target/deployed/com/messagemedia/it/failed-apply-tells-how-to-finish/1.0/failed-apply-tells-how-to-finish-1.0.yaml').isFile()
def log = new File(basedir, 'build.log').text
['Outcome: refused; Auth0 did not change.',
 'If com.messagemedia.it:failed-apply-tells-how-to-finish:1.0 is deployed already, this command finishes the job:',
 ':apply -Dmessagemedia.artifact=com.messagemedia.it:failed-apply-tells-how-to-finish:1.0 -Dmessagemedia.environment=prod',
].each { if (!log.contains(it)) throw new AssertionError(it) }
return true
