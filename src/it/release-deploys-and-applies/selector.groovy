// The release plugin works on a repository; where there is no git, there is nothing to release.
try {
    return ['git', '--version'].execute().waitFor() == 0
} catch (IOException e) {
    return false
}
