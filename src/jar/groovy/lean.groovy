/*
 * Makes the jar's classes quick to load, because a goal spends more time on loading classes than on its work:
 * - The classes that most goals load are stored as they are. To inflate them takes time and memory at each start.
 * - Names of local variables and Kotlin's notes for its own compiler are left out, because no goal needs them.
 * - Kotlin's library keeps thousands of functions in a few classes. Those that no class of the jar calls are left out.
 */
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.StandardCopyOption
import java.util.zip.CRC32
import java.util.zip.ZipEntry
import java.util.zip.ZipFile
import java.util.zip.ZipOutputStream
import org.objectweb.asm.ClassReader
import org.objectweb.asm.ClassWriter
import org.objectweb.asm.Handle
import org.objectweb.asm.Opcodes
import org.objectweb.asm.tree.ClassNode
import org.objectweb.asm.tree.InvokeDynamicInsnNode
import org.objectweb.asm.tree.LdcInsnNode
import org.objectweb.asm.tree.MethodInsnNode
import org.objectweb.asm.tree.MethodNode

// What most goals load. Jackson, the JavaScript engine and the rest are for a few goals, and stay small.
def quick = ~'(com/messagemedia|com/squareup/moshi|kotlin|okhttp3|okio|org/yaml|retrofit2)/.*'
def functions = ~'kotlin/[^$]*Kt(__\\w*)?'

def jar = new File(project.build.directory, project.build.finalName + '.jar')
Map<String, byte[]> entries = [:]
Map<String, Long> times = [:]
new ZipFile(jar).withCloseable { zip ->
    zip.entries().each {
        entries[it.name] = zip.getInputStream(it).bytes
        times[it.name] = it.time
    }
}

Map<String, ClassNode> classes = entries.findAll { name, bytes -> name ==~ quick && name.endsWith('.class') }.collectEntries { name, bytes ->
    def node = new ClassNode()
    new ClassReader(bytes).accept(node, 0)
    [node.name, node]
}
def others = entries.findAll { name, bytes -> name.endsWith('.class') && !(name ==~ quick) }.values()
if (others.any { new String(it, StandardCharsets.ISO_8859_1).contains('kotlin/') }) {
    throw new IllegalStateException('a library that src/jar/groovy/lean.groovy does not read uses Kotlin: add its package to `quick`, or read META-INF/versions, too')
}

Map<String, ClassNode> holders = classes.findAll { name, node -> name ==~ functions }
def kept = [] as Set
def waiting = new ArrayDeque<MethodNode>()
def keep = { ClassNode holder, MethodNode method ->
    if (kept.add(holder.name + '.' + method.name + method.desc)) {
        waiting << method
    }
}
// A class of functions inherits more of them from others: Java looks for a function in the same way.
def keepFunction = { String owner, String name, String desc ->
    for (def holder = holders[owner]; holder; holder = holders[holder.superName]) {
        def method = holder.methods.find { it.name == name && it.desc == desc }
        if (method) {
            keep(holder, method)
            return
        }
    }
}
def keepHandle = { if (it instanceof Handle) keepFunction(it.owner, it.name, it.desc) }
def keepCalled = { MethodNode method ->
    for (def step : method.instructions) {
        if (step instanceof MethodInsnNode && holders.containsKey(step.owner)) {
            keepFunction(step.owner, step.name, step.desc)
        } else if (step instanceof InvokeDynamicInsnNode) {
            step.bsmArgs.each(keepHandle)
        } else if (step instanceof LdcInsnNode) {
            keepHandle(step.cst)
        }
    }
}
classes.values().findAll { !holders[it.name] }.each { it.methods.each(keepCalled) }
holders.values().each { holder ->
    holder.methods.findAll { !(it.access & Opcodes.ACC_STATIC) || it.name == '<clinit>' }.each { keep(holder, it) }
}
while (waiting) {
    keepCalled(waiting.poll())
}
holders.values().each { holder -> holder.methods.removeAll { !kept.contains(holder.name + '.' + it.name + it.desc) } }

classes.each { name, node ->
    node.visibleAnnotations?.removeAll { it.desc == 'Lkotlin/Metadata;' }
    node.methods.each { it.localVariables = null }
    def writer = new ClassWriter(0)
    node.accept(writer)
    entries[name + '.class'] = writer.toByteArray()
}

def lean = new File(project.build.directory, 'lean.jar')
new ZipOutputStream(lean.newOutputStream()).withCloseable { zip ->
    entries.each { name, bytes ->
        def entry = new ZipEntry(name)
        entry.time = times[name]
        if (name ==~ quick) {
            entry.method = ZipEntry.STORED
            entry.size = bytes.length
            entry.crc = new CRC32().with { it.update(bytes); it.value }
        }
        zip.putNextEntry(entry)
        zip.write(bytes)
        zip.closeEntry()
    }
}
Files.move(lean.toPath(), jar.toPath(), StandardCopyOption.REPLACE_EXISTING)
