import groovyjarjarasm.asm.ClassReader
import groovyjarjarasm.asm.Handle
import groovyjarjarasm.asm.Opcodes
import groovyjarjarasm.asm.tree.ClassNode
import groovyjarjarasm.asm.tree.InvokeDynamicInsnNode
import java.util.jar.JarFile
import java.util.zip.ZipEntry

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

    // What src/jar/groovy/lean.groovy makes of it: classes that load at once, and nothing missing that one of them calls.
    def classes = jar.entries().findAll { it.name ==~ '(com/messagemedia|com/squareup/moshi|kotlin|okhttp3|okio|org/yaml|retrofit2)/.*class' }
    def inflated = classes.findAll { it.method != ZipEntry.STORED }
    if (!classes || inflated) throw new AssertionError("Not stored as they are: $inflated")
    if (jar.getEntry('com/fasterxml/jackson/databind/ObjectMapper.class').method != ZipEntry.DEFLATED) throw new AssertionError('Jackson')
    def nodes = classes.collectEntries {
        def node = new ClassNode()
        new ClassReader(jar.getInputStream(it)).accept(node, ClassReader.SKIP_FRAMES)
        [node.name, node]
    }
    nodes.values().each { node ->
        if (node.visibleAnnotations?.any { it.desc == 'Lkotlin/Metadata;' }) throw new AssertionError("$node.name has Kotlin's notes.")
        if (node.methods.any { it.localVariables }) throw new AssertionError("$node.name names local variables.")
    }
    def has
    has = { ClassNode node, call ->
        node && (node.methods.any { it.name == call.name && it.desc == call.desc } || has(nodes[node.superName], call))
    }
    // A call, or a reference to a function, which is an argument of the instruction that makes a lambda.
    def functions = { step ->
        step.opcode == Opcodes.INVOKESTATIC ? [step]
            : step instanceof InvokeDynamicInsnNode ? step.bsmArgs.findAll { it instanceof Handle && it.tag == Opcodes.H_INVOKESTATIC } : []
    }
    def missing = nodes.values().collectMany { node -> node.methods.collectMany { it.instructions.collectMany(functions) } }
        .findAll { it.owner.startsWith('kotlin/') && !has(nodes[it.owner], it) }
    if (missing) throw new AssertionError("Missing: ${missing.collect { it.owner + '.' + it.name + it.desc }.unique()}")
    if (!nodes['kotlin/collections/ArraysKt___ArraysKt'] || nodes['kotlin/collections/ArraysKt___ArraysKt'].methods.size() > 200) {
        throw new AssertionError("Kotlin's functions for arrays are all there.")
    }
}
return true
