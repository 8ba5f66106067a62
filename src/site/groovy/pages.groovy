/*
 * Gives the site plugin its pages: they are the same Markdown files that the repository host shows. The folder docs is the root of the site, README.md its
 * first page. A link to anything else leads to the repository.
 */
def repository = "${project.scm.url}/blob/main/"
def target = new File(project.build.directory, 'generated-site')
target.deleteDir()

def copy = { File page, String name, List<List<String>> changes ->
    def text = changes.inject(page.getText('UTF-8')) { changed, change -> changed.replaceAll(change[0], change[1]) }
    new File(target, 'markdown').mkdirs()
    new File(target, "markdown/$name").setText(text, 'UTF-8')
}
def pages = { File folder -> folder.listFiles().findAll { it.name.endsWith('.md') } }

pages(project.basedir).each {
    copy(it, it.name == 'README.md' ? 'index.md' : it.name, [
        [/(\]\(|(?:src|srcset|href)=")docs\//, '$1'],
        [/\]\(README\.md/, '](index.md'],
        [/\]\((?!https?:|#|images\/|schema\/|[\w-]+\.(?:md|svg))/, "]($repository"]])
}
pages(new File(project.basedir, 'docs')).each {
    copy(it, it.name, [
        [/\]\(\.\.\/README\.md/, '](index.md'],
        [/\]\(\.\.\/(\w+\.md)/, ']($1'],
        [/\]\(\.\.\//, "]($repository"]])
}
new groovy.ant.AntBuilder().copy(todir: "$target/resources") {
    fileset(dir: "$project.basedir/docs", excludes: '*.md')
}
