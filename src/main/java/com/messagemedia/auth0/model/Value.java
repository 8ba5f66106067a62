package com.messagemedia.auth0.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One JSON value of a connection's options. Immutable. Equality compares the content: it ignores the order of an
 * object's keys, and compares a number's literal ({@code 6} and {@code 6.0} are different values here; users see the
 * comparison of the merge's canonical form).
 *
 * <p>Each kind compares itself: Java makes a record's own equality at its first use, with seventy classes, and that takes longer
 * than a merge.
 *
 * <p>An option can be a credential: {@code toString} of every kind shows its shape and never its content.
 */
public sealed interface Value {

    /** A string. */
    record Text(String text) implements Value {
        @Override
        public boolean equals(Object other) {
            return other instanceof Text value && value.text.equals(text);
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }

        @Override
        public String toString() {
            return "text of " + text.length() + " characters";
        }
    }

    /** A number, kept as its literal: Auth0 gets it back exactly as it sent it. */
    record Numeral(String literal) implements Value {
        /** The numeral of a whole number. */
        public static Numeral of(long number) {
            return new Numeral(Long.toString(number));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Numeral value && value.literal.equals(literal);
        }

        @Override
        public int hashCode() {
            return literal.hashCode();
        }

        @Override
        public String toString() {
            return "number";
        }
    }

    /** True or false. */
    record Bool(boolean value) implements Value {
        @Override
        public boolean equals(Object other) {
            return other instanceof Bool bool && bool.value == value;
        }

        @Override
        public int hashCode() {
            return Boolean.hashCode(value);
        }

        @Override
        public String toString() {
            return "boolean";
        }
    }

    /** JSON's null: a value that Auth0 stores and returns. It does not mean "absent". */
    record Null() implements Value {
        /** The one null. */
        public static final Null NULL = new Null();

        @Override
        public boolean equals(Object other) {
            return other instanceof Null;
        }

        @Override
        public int hashCode() {
            return 0;
        }

        @Override
        public String toString() {
            return "null";
        }
    }

    /** An array. The merge treats it as one value. */
    record Array(List<Value> items) implements Value {
        public Array {
            items = List.copyOf(items);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Array value && value.items.equals(items);
        }

        @Override
        public int hashCode() {
            return items.hashCode();
        }

        @Override
        public String toString() {
            return "array of " + items.size();
        }
    }

    /** An object. Its keys keep the order in which they were read. */
    record Tree(Map<String, Value> members) implements Value {
        /** The empty object. */
        public static final Tree EMPTY = new Tree(Map.of());

        public Tree {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Tree value && value.members.equals(members);
        }

        @Override
        public int hashCode() {
            return members.hashCode();
        }

        @Override
        public String toString() {
            return "object with keys " + members.keySet();
        }
    }

    /** A string value. */
    static Value of(String text) {
        return new Text(text);
    }

    /** A boolean value. */
    static Value of(boolean value) {
        return new Bool(value);
    }

    /** A whole number. */
    static Value of(long number) {
        return Numeral.of(number);
    }

    /** Whether the merge treats this value as one piece: true for every kind except an object with members. */
    default boolean isLeaf() {
        return !(this instanceof Tree tree) || tree.members().isEmpty();
    }

    /** JSON's word for the kind of this value, for messages. */
    default String kind() {
        if (this instanceof Text) {
            return "string";
        }
        if (this instanceof Numeral) {
            return "number";
        }
        if (this instanceof Bool) {
            return "boolean";
        }
        if (this instanceof Array) {
            return "array";
        }
        return this instanceof Tree ? "object" : "null";
    }
}
