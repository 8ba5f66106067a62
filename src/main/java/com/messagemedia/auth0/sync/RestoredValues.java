package com.messagemedia.auth0.sync;

import com.messagemedia.auth0.connection.CredentialText;
import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.connection.Outcome;
import com.messagemedia.auth0.connection.Secret;
import com.messagemedia.auth0.connection.Value;
import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.http.JsonFormatException;
import com.messagemedia.auth0.http.SealedText;
import com.messagemedia.auth0.redaction.SecretPaths;
import com.messagemedia.auth0.store.Backup;
import com.messagemedia.auth0.store.Backup.Before;
import com.messagemedia.auth0.store.Backup.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The values that a rollback puts back: plain ones, sealed ones with the passphrase, and those that were not kept from the
 * environment.
 *
 * @param passphrase what sealed the secrets
 * @param environment the environment's variables by name
 */
public record RestoredValues(Optional<Secret> passphrase, Function<String, Optional<String>> environment) {

    private static final String TEXT = "string";

    /** The variable that gives a value which was not kept. */
    public static String variable(FieldPath path) {
        return "MESSAGEMEDIA_RESTORE_"
                + path.toString().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
    }

    /** The values of these entries of a backup; refuses, all at once, what cannot be had. */
    Map<FieldPath, Value> of(Backup backup, List<Entry> entries) {
        Map<FieldPath, Value> values = new TreeMap<>();
        List<FieldPath> locked = new ArrayList<>();
        List<Entry> missing = new ArrayList<>();
        for (Entry entry : entries) {
            FieldPath path = entry.path();
            Optional<Value> value = value(backup, entry);
            value.ifPresent(found -> values.put(path, found));
            if (value.isEmpty() && entry.before() instanceof Before.Sealed) {
                locked.add(path);
            } else if (value.isEmpty()) {
                missing.add(entry);
            }
        }
        requireOpened(locked);
        requireGiven(missing);
        return values;
    }

    private Optional<Value> value(Backup backup, Entry entry) {
        if (entry.before() instanceof Before.Plain plain) {
            return Optional.of(plain.value());
        }
        if (entry.before() instanceof Before.Sealed sealed) {
            String purpose = Backup.purpose(backup.subject(), backup.key(), entry.path());
            return passphrase
                    .flatMap(key -> SealedText.open(sealed.text(), purpose, key))
                    .flatMap(RestoredValues::parse);
        }
        Optional<String> given = environment.apply(variable(entry.path()));
        return isText(entry)
                ? given.map(text -> cleaned(entry.path(), text)).map(Value::of)
                : given.flatMap(RestoredValues::parse)
                        .filter(value -> value.kind().equals(kind(entry)));
    }

    private static String cleaned(FieldPath path, String text) {
        if (!SecretPaths.isSecret(path)) {
            return text;
        }
        String clean = CredentialText.clean(text);
        CredentialText.invisible(clean).ifPresent(character -> {
            throw new Fault(
                    variable(path) + " holds the character " + character
                            + ", which no key, id, secret or token has. Nothing was written.",
                    "Copy it again, without what stands around it.",
                    Outcome.REFUSED);
        });
        return clean;
    }

    private static String kind(Entry entry) {
        return entry.before() instanceof Before.Withheld withheld ? withheld.kind() : TEXT;
    }

    private static boolean isText(Entry entry) {
        return kind(entry).equals(TEXT);
    }

    @SuppressWarnings("UnusedException") // What was sealed is a value; anything else cannot be opened.
    private static Optional<Value> parse(String text) {
        try {
            return Optional.of(Json.parse(text));
        } catch (JsonFormatException e) {
            return Optional.empty();
        }
    }

    private void requireOpened(List<FieldPath> locked) {
        if (!locked.isEmpty()) {
            throw new Fault(
                    "The backup's values of " + names(locked) + " cannot be opened "
                            + (passphrase.isPresent() ? "with this key" : "without its key") + ". Nothing was written.",
                    "Set MESSAGEMEDIA_BACKUP_KEY to the passphrase of the apply that made it, or name its server of settings.xml"
                            + " in messagemedia.backupServer.",
                    Outcome.REFUSED);
        }
    }

    private static void requireGiven(List<Entry> missing) {
        if (!missing.isEmpty()) {
            String variables = missing.stream()
                    .map(entry -> variable(entry.path()) + (isText(entry) ? "" : " (" + kind(entry) + ", as JSON)"))
                    .collect(Collectors.joining(", "));
            throw new Fault(
                    "The apply kept no value of "
                            + names(missing.stream().map(Entry::path).toList())
                            + ": it had no key. Nothing was written.",
                    "Set these environment variables to the values before it: " + variables + ".",
                    Outcome.REFUSED);
        }
    }

    private static String names(List<FieldPath> paths) {
        return paths.stream().map(FieldPath::toString).collect(Collectors.joining(", "));
    }
}
