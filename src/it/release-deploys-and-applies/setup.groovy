// A bare repository beside the project, whose first commit holds what a team would commit.
def work = new File(basedir.parentFile.parentFile, 'it-release')
work.deleteDir()
work.mkdirs()
def env = System.getenv().findAll { name, value -> !name.startsWith('GIT_') }.collect { name, value -> "$name=$value" } + [
    'GIT_AUTHOR_NAME=IT', 'GIT_AUTHOR_EMAIL=it@example.invalid', 'GIT_COMMITTER_NAME=IT',
    'GIT_COMMITTER_EMAIL=it@example.invalid', 'GIT_CONFIG_GLOBAL=/dev/null', 'GIT_CONFIG_NOSYSTEM=1']
def git = { File dir, String... args ->
    def process = (['git'] + args.toList()).execute(env, dir)
    def output = new StringBuffer()
    process.waitForProcessOutput(output, output)
    if (process.exitValue() != 0) throw new AssertionError("git ${args.join(' ')}: $output")
}
git(work, 'init', '-q', '--bare', '-b', 'main', 'origin.git')
git(basedir, 'init', '-q', '-b', 'main')
// What the invoker puts here is no part of the project.
new File(basedir, '.git/info/exclude') << '\n/target/\n/build.log\n/*.groovy\n/invoker.properties\n/interpolated-*\n'
git(basedir, 'add', '-A')
git(basedir, 'commit', '-q', '-m', 'The descriptor')
git(basedir, 'remote', 'add', 'origin', "file://$work/origin.git")
git(basedir, 'push', '-q', '-u', 'origin', 'main')
return true
