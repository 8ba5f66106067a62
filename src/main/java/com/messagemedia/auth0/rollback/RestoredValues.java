package com.messagemedia.auth0.rollback;

import com.messagemedia.auth0.delivery.Delivery;
import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.http.Json.JsonFormatException;
import com.messagemedia.auth0.http.SealedText;
import com.messagemedia.auth0.model.CredentialText;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.GivenText;
import com.messagemedia.auth0.model.NameList;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.ValuePrints;
import com.messagemedia.auth0.rollback.Backup.Before;
import com.messagemedia.auth0.rollback.Backup.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Finds the values that a rollback puts back. The backup holds plain values, the passphrase opens sealed ones, and the
 * environment gives the values that the backup does not keep.
 *
 * @param passphrase the passphrase that sealed the secrets
 * @param environment finds an environment variable by its name
 * @param lookOnly whether the plugin only shows the rollback; a stand-in then replaces a missing value
 * @param delivery the way of delivery that the rollback restores
 */
public record RestoredValues(
        Optional<Secret> passphrase,
        Function<String, Optional<String>> environment,
        boolean lookOnly,
        Delivery delivery) {

    private static final String TEXT = "string";

    /** Finds the values for a rollback that writes. */
    public RestoredValues(
            Optional<Secret> passphrase, Function<String, Optional<String>> environment, Delivery delivery) {
        this(passphrase, environment, false, delivery);
    }

    /** Returns the environment variable for a value that the backup does not keep. */
    public static String variable(FieldPath path) {
        return "MESSAGEMEDIA_RESTORE_"
                + path.toString().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
    }

    /**
     * Finds the values of these entries of a backup. If values are missing, it names them all in one fault, unless the
     * plugin only shows the rollback.
     */
    Restored of(Backup backup, List<Entry> entries) {
        Map<FieldPath, Value> values = new TreeMap<>();
        List<Entry> lacking = new ArrayList<>();
        for (Entry entry : entries) {
            Optional<Value> value = value(backup, entry);
            value.ifPresentOrElse(found -> values.put(entry.path(), found), () -> lacking.add(entry));
        }
        if (!lookOnly) {
            requireOpened(lacking.stream().filter(RestoredValues::isSealed).toList());
            requireGiven(lacking);
        }
        Map<FieldPath, String> given = new TreeMap<>();
        entries.stream()
                .filter(entry -> entry.before() instanceof Before.Withheld && values.containsKey(entry.path()))
                .forEach(entry -> given.put(entry.path(), variable(entry.path())));
        Map<FieldPath, String> asked = new TreeMap<>();
        for (Entry entry : lacking) {
            values.put(entry.path(), delivery.standIn(entry.path()));
            asked.put(entry.path(), wish(entry));
        }
        return new Restored(values, given, asked);
    }

    private static boolean isSealed(Entry entry) {
        return entry.before() instanceof Before.Sealed;
    }

    private String wish(Entry entry) {
        if (isSealed(entry)) {
            return (passphrase.isPresent() ? "sealed with another passphrase" : "sealed")
                    + ": set MESSAGEMEDIA_BACKUP_KEY to that apply's passphrase";
        }
        return given(entry).isPresent()
                ? problem(entry)
                : "not kept: set " + variable(entry.path())
                        + (isText(entry) ? "" : " to the " + kind(entry) + ", as JSON");
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
        Optional<String> given = given(entry).filter(text -> flaw(entry, text).isEmpty());
        return isText(entry)
                ? given.filter(text -> !text.isBlank() || isBefore(backup, entry, Value.of(text)))
                        .map(text -> delivery.secrets().isSecret(entry.path()) ? CredentialText.clean(text) : text)
                        .map(Value::of)
                : given.flatMap(RestoredValues::parse)
                        .filter(value -> value.kind().equals(kind(entry)));
    }

    private Optional<String> given(Entry entry) {
        return environment.apply(variable(entry.path()));
    }

    /** Explains why a text cannot be the value, in words that follow the variable's name; empty if it can. */
    private Optional<String> flaw(Entry entry, String text) {
        if (delivery.secrets().isSecret(entry.path()) && isText(entry) && !text.isBlank()) {
            return new GivenText(variable(entry.path()), text).credentialFlaw();
        }
        return GivenText.isUnreadable(text) ? Optional.of(GivenText.UNREADABLE) : Optional.empty();
    }

    private boolean isBefore(Backup backup, Entry entry, Value value) {
        return entry.before() instanceof Before.Withheld withheld
                && new ValuePrints(backup.key(), delivery.mergeRules().canonical())
                        .of(entry.path(), value)
                        .equals(withheld.print());
    }

    private static String kind(Entry entry) {
        return entry.before() instanceof Before.Withheld withheld ? withheld.kind() : TEXT;
    }

    private static boolean isText(Entry entry) {
        return kind(entry).equals(TEXT);
    }

    private static Optional<Value> parse(String text) {
        try {
            return Optional.of(Json.parse(text));
        } catch (JsonFormatException unused) {
            return Optional.empty();
        }
    }

    private void requireOpened(List<Entry> locked) {
        if (!locked.isEmpty()) {
            throw new Fault(
                    "The backup's values of " + names(locked) + " cannot be opened "
                            + (passphrase.isPresent() ? "with this key" : "without its key") + ". Nothing was written.",
                    "Set MESSAGEMEDIA_BACKUP_KEY to the passphrase of the apply that made it, or name its server of settings.xml"
                            + " in messagemedia.backupServer.",
                    Outcome.REFUSED);
        }
    }

    private void requireGiven(List<Entry> lacking) {
        List<String> problems = new ArrayList<>();
        List<String> remedies = new ArrayList<>();
        List<Entry> missing =
                lacking.stream().filter(entry -> given(entry).isEmpty()).toList();
        if (!missing.isEmpty()) {
            problems.add("The apply kept no value of " + names(missing) + ": it had no key.");
            remedies.add("Set these environment variables to the values before it: " + variables(missing) + ".");
        }
        List<Entry> wrong =
                lacking.stream().filter(entry -> !missing.contains(entry)).toList();
        if (!wrong.isEmpty()) {
            problems.add(NameList.of(wrong.stream().map(this::problem).toList()) + ".");
            remedies.add("Correct these environment variables: " + variables(wrong) + ".");
        }
        if (wrong.stream().flatMap(entry -> given(entry).stream()).anyMatch(GivenText::isUnreadable)) {
            remedies.add(GivenText.UTF_8 + ".");
        }
        if (!problems.isEmpty()) {
            problems.add("Nothing was written.");
            throw new Fault(String.join(" ", problems), String.join(" ", remedies), Outcome.REFUSED);
        }
    }

    private String problem(Entry entry) {
        return variable(entry.path()) + " "
                + given(entry)
                        .flatMap(text -> flaw(entry, text))
                        .orElse(isText(entry) ? "is blank" : "holds no " + kind(entry) + " in JSON");
    }

    private static String variables(List<Entry> entries) {
        return NameList.of(entries.stream()
                .map(entry -> variable(entry.path()) + (isText(entry) ? "" : " (" + kind(entry) + ", as JSON)"))
                .toList());
    }

    private static String names(List<Entry> entries) {
        return NameList.of(entries.stream().map(Entry::path).toList());
    }

    /**
     * The values that a rollback puts back.
     *
     * @param values the values, with a stand-in for each missing one
     * @param given the paths whose value comes from an environment variable, each with that variable
     * @param asked the paths that still need a value, each with the way to give it
     */
    public record Restored(Map<FieldPath, Value> values, Map<FieldPath, String> given, Map<FieldPath, String> asked) {

        public Restored {
            values = Collections.unmodifiableMap(new TreeMap<>(values));
            given = Collections.unmodifiableMap(new TreeMap<>(given));
            asked = Collections.unmodifiableMap(new TreeMap<>(asked));
        }

        /** Leaves the values out, because they may be secret. */
        @Override
        public String toString() {
            return "values of " + values.keySet();
        }
    }
}
