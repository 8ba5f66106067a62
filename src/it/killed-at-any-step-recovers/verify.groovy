import com.messagemedia.auth0.reliability.KilledBuilds

def settings = new File(basedir.parentFile, 'interpolated-settings.xml')
def arguments = ['-B', '-ntp', '-s', settings.path, "-Dmaven.repo.local=$localRepositoryPath".toString()]
new KilledBuilds(basedir.toPath(), arguments, mavenOpts).run()
return true
