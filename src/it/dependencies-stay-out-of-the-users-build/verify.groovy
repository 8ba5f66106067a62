import java.util.jar.JarFile

def log = new File(basedir, 'build.log').text
['The descriptor is valid.', 'package okhttp3 does not exist', 'package org.yaml.snakeyaml does not exist',
 'package kotlin does not exist'].each {
    if (!log.contains(it)) throw new AssertionError(it)
}

// One jar holds all: Maven has no POM of a library to read.
def installed = new File(localRepositoryPath, 'com/messagemedia/messagemedia-maven-plugin').listFiles().find { it.directory }
def files = installed.listFiles()
def pom = files.find { it.name.endsWith('.pom') }.text
['<dependenc', '<build>', '<profile>', '<properties>'].each {
    if (pom.contains(it)) throw new AssertionError("The published POM has $it:\n$pom")
}
['<prerequisites>', '<maven>3.6.3</maven>', '<licenses>', '<developers>', '<scm>', '<description>'].each {
    if (!pom.contains(it)) throw new AssertionError("The published POM lacks $it:\n$pom")
}
new JarFile(files.find { it.name.endsWith('.jar') }).withCloseable { jar ->
    def text = { jar.getInputStream(jar.getEntry(it)).text }
    if (jar.manifest.mainAttributes.getValue('Multi-Release') != 'true') throw new AssertionError('Multi-Release')
    def bill = text('META-INF/sbom/bom.json')
    new File(basedir, '../../../docs/DEPENDENCIES.md').eachLine { line ->
        def row = line =~ /^\| `([A-Za-z0-9-]+)` \| [0-9]+ \|/
        if (row && !bill.contains("\"name\" : \"${row[0][1]}\"")) throw new AssertionError("The bill lacks ${row[0][1]}.")
    }
    ['Apache License', 'Version 2.0'].each { if (!text('META-INF/LICENSE').contains(it)) throw new AssertionError(it) }
    ['Fabrice Bellard', 'Tatu Saloranta'].each { if (!text('META-INF/NOTICE').contains(it)) throw new AssertionError(it) }
    if (!text('META-INF/NOTICE.txt').contains('Apache Commons Text')) throw new AssertionError('NOTICE.txt')
    def odd = jar.entries().toList()*.name.findAll { it.endsWith('module-info.class') || it.endsWith('.SF') }
    if (odd) throw new AssertionError("$odd")
}
return true
