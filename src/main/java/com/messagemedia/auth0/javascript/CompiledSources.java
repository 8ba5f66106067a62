package com.messagemedia.auth0.javascript;

import io.roastedroot.quickjs4j.core.ScriptCache;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sources that an engine has compiled, for the engines after it. Several threads may use it. */
final class CompiledSources implements ScriptCache {

    private final Map<ByteBuffer, byte[]> bytecodes = new ConcurrentHashMap<>();

    @Override
    public boolean exists(byte[] source) {
        return bytecodes.containsKey(ByteBuffer.wrap(source));
    }

    @Override
    public void set(byte[] source, byte[] bytecode) {
        bytecodes.put(ByteBuffer.wrap(source.clone()), bytecode);
    }

    @Override
    public byte[] get(byte[] source) {
        return Optional.ofNullable(bytecodes.get(ByteBuffer.wrap(source))).orElseThrow();
    }
}
