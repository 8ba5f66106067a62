package com.messagemedia.auth0.http;

import com.messagemedia.auth0.model.Value;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import okio.BufferedSink;
import okio.BufferedSource;
import okio.ByteString;

/**
 * Converts JSON to and from trees of values, through Moshi's streaming reader and writer. Numbers keep their literal.
 * It refuses with {@link JsonFormatException}: text that is not strict JSON, trailing text, a duplicate key in one
 * object, nesting deeper than {@value #DEEPEST}, and half a surrogate pair, which the plugin could not send back
 * unchanged.
 */
public final class Json {

    /** Far deeper than any reply of Auth0. The limit keeps a hostile reply from overflowing the stack. */
    private static final int DEEPEST = 64;

    private static final ByteString BYTE_ORDER_MARK = ByteString.decodeHex("efbbbf");

    private Json() {}

    /** Parses one JSON document. */
    public static Value parse(String text) throws JsonFormatException {
        try {
            return read(new Buffer().writeUtf8(text));
        } catch (JsonFormatException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can always be read", e);
        }
    }

    /**
     * Reads one JSON document to the end of a source. It must be UTF-8, as RFC 8259, section 8.1, requires between
     * systems: the plugin would send any other byte back as a different character. A byte order mark at the beginning
     * is skipped.
     */
    public static Value read(BufferedSource source) throws IOException {
        Buffer bytes = new Buffer();
        source.readAll(bytes);
        if (bytes.rangeEquals(0, BYTE_ORDER_MARK)) {
            bytes.skip(BYTE_ORDER_MARK.size());
        }
        requireUtf8(bytes.snapshot());
        return document(JsonReader.of(bytes));
    }

    private static void requireUtf8(ByteString bytes) throws JsonFormatException {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes.asByteBuffer());
        } catch (CharacterCodingException unused) {
            throw new JsonFormatException("not UTF-8, which JSON requires");
        }
    }

    private static Value document(JsonReader reader) throws IOException {
        try {
            Value value = value(reader, 0);
            if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
                throw new JsonFormatException("text follows the JSON document");
            }
            return value;
        } catch (JsonEncodingException | JsonDataException unused) {
            throw new JsonFormatException("not valid JSON at " + reader.getPath());
        } catch (EOFException unused) {
            throw new JsonFormatException("the JSON document ends too early at " + reader.getPath());
        }
    }

    private static Value value(JsonReader reader, int depth) throws IOException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object(reader, deeper(depth));
            case BEGIN_ARRAY -> array(reader, deeper(depth));
            case STRING -> Value.of(whole(reader.getPath(), reader.nextString()));
            case NUMBER -> new Value.Numeral(reader.nextString());
            case BOOLEAN -> Value.of(reader.nextBoolean());
            default -> {
                reader.<Object>nextNull();
                yield Value.Null.NULL;
            }
        };
    }

    private static String whole(String place, String text) throws JsonFormatException {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                if (!Character.isSupplementaryCodePoint(text.codePointAt(at))) {
                    throw new JsonFormatException("half of a surrogate pair at " + place);
                }
                at++;
            }
        }
        return text;
    }

    private static int deeper(int depth) throws JsonFormatException {
        if (depth == DEEPEST) {
            throw new JsonFormatException("nested deeper than " + DEEPEST + " levels");
        }
        return depth + 1;
    }

    private static Value object(JsonReader reader, int depth) throws IOException {
        Map<String, Value> members = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = whole(reader.getPath(), reader.nextName());
            if (members.put(name, value(reader, depth)) != null) {
                throw new JsonFormatException("a duplicate key at " + reader.getPath());
            }
        }
        reader.endObject();
        return new Value.Tree(members);
    }

    private static Value array(JsonReader reader, int depth) throws IOException {
        List<Value> items = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            items.add(value(reader, depth));
        }
        reader.endArray();
        return new Value.Array(items);
    }

    /** Writes a value as compact JSON. */
    public static String write(Value value) {
        return write(value, "");
    }

    /** Writes a value as JSON for people, indented with two spaces per level. */
    public static String writePretty(Value value) {
        return write(value, "  ") + "\n";
    }

    private static String write(Value value, String indent) {
        Buffer buffer = new Buffer();
        try (JsonWriter writer = JsonWriter.of(buffer)) {
            writer.setIndent(indent);
            writer.setSerializeNulls(true);
            write(writer, value);
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer in memory can always be written", e);
        }
        return buffer.readUtf8();
    }

    private static void write(JsonWriter writer, Value value) throws IOException {
        if (value instanceof Value.Tree tree) {
            writer.beginObject();
            for (Map.Entry<String, Value> member : tree.members().entrySet()) {
                writer.name(member.getKey());
                write(writer, member.getValue());
            }
            writer.endObject();
        } else if (value instanceof Value.Array array) {
            writer.beginArray();
            for (Value item : array.items()) {
                write(writer, item);
            }
            writer.endArray();
        } else {
            scalar(writer, value);
        }
    }

    private static void scalar(JsonWriter writer, Value value) throws IOException {
        if (value instanceof Value.Text text) {
            writer.value(text.text());
        } else if (value instanceof Value.Bool bool) {
            writer.value(bool.value());
        } else if (value instanceof Value.Numeral numeral) {
            try (BufferedSink sink = writer.valueSink()) {
                sink.writeUtf8(numeral.literal());
            }
        } else {
            writer.nullValue();
        }
    }

    /** A text is not valid JSON. The message names the place and never the content. */
    public static final class JsonFormatException extends IOException {

        private static final long serialVersionUID = 1L;

        JsonFormatException(String message) {
            super(message);
        }
    }
}
