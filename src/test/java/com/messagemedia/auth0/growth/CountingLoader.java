package com.messagemedia.auth0.growth;

import com.messagemedia.auth0.model.FieldPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Loads our classes once more, and counts the steps of those that are the product's. */
final class CountingLoader extends ClassLoader {

    private static final String OURS = "com.messagemedia.auth0.";
    private static final String COUNTER = Steps.class.getName();
    private static final String PRODUCT =
            FieldPath.class.getProtectionDomain().getCodeSource().getLocation().toString();

    CountingLoader() {
        super(CountingLoader.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS) || name.equals(COUNTER)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) {
        URL place = Objects.requireNonNull(getResource(name.replace('.', '/') + ".class"), name);
        try (InputStream bytes = place.openStream()) {
            byte[] read = bytes.readAllBytes();
            byte[] code = place.toString().startsWith(PRODUCT) ? counting(read) : read;
            return defineClass(name, code, 0, code.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] counting(byte[] code) {
        ClassReader reader = new ClassReader(code);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new Counting(writer), 0);
        return writer.toByteArray();
    }

    private static final class Counting extends ClassVisitor {

        Counting(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {
                @Override
                public void visitCode() {
                    super.visitCode();
                    step();
                }

                @Override
                public void visitJumpInsn(int opcode, Label label) {
                    step();
                    super.visitJumpInsn(opcode, label);
                }

                private void step() {
                    visitMethodInsn(Opcodes.INVOKESTATIC, COUNTER.replace('.', '/'), "step", "()V", false);
                }
            };
        }
    }
}
