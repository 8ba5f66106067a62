// The top of a repository: without it the pipeline would go to the top of the one that holds this build.
new File(basedir, 'with-a-pom/.git').mkdirs()
return true
