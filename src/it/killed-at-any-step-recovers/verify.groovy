import com.messagemedia.auth0.reliability.KilledBuilds

def settings = new File(basedir.parentFile, 'interpolated-settings.xml')
new KilledBuilds(basedir.toPath(), ['-B', '-ntp', '-s', settings.path, "-Dmaven.repo.local=$localRepositoryPath".toString()]).run()
return true
