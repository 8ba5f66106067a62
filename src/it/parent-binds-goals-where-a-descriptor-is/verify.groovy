def log = new File(basedir, 'build.log').text
def count = { String text, int times ->
    if (log.count(text) != times) throw new AssertionError("$text: ${log.count(text)}, not $times")
}
// Three executions in each of the two modules that have no descriptor; in a build of many threads too.
count('Nothing to do here: ', 6)
// Bound, and by name from the root.
count('The descriptor is valid.', 2)
count('environment dev', 1)
count('environment prod', 1)
count('There is no messagemedia-auth0.yaml in ', 2)
def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'login/target/messagemedia/report.json'))
assert report.runs*.execution == ['dev', 'prod']
assert report.runs*.outcome == ['pending', 'pending']
assert new File(basedir, 'login/target/prod-plan.json').isFile()
return true
