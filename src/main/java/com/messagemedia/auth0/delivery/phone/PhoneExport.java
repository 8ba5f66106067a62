package com.messagemedia.auth0.delivery.phone;

import com.messagemedia.auth0.delivery.ExportRules;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.yaml.YamlText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Makes a descriptor from a tenant that sends through its phone provider. */
final class PhoneExport implements ExportRules {

    private static final String FROM = "MESSAGEMEDIA_FROM";

    private static final List<String> SECTION = List.of(
            YamlText.reference("apiKey", "env." + API_KEY),
            YamlText.reference("apiSecret", "env." + API_SECRET),
            YamlText.reference("from", "env." + FROM));

    @Override
    public Set<FieldPath> implied() {
        return PhonePaths.LEAVES;
    }

    @Override
    public List<FieldPath> wanted() {
        return List.of(FieldPath.of("totp"));
    }

    /** The connection's own options do not send. */
    @Override
    public boolean isPartOfSending(Options live, FieldPath path) {
        return false;
    }

    @Override
    public boolean isPublic(FieldPath path, String text) {
        return false;
    }

    @Override
    public Set<FieldPath> identifiers() {
        return Set.of();
    }

    @Override
    public Set<String> words() {
        return Set.of();
    }

    @Override
    public List<String> section(Options live, Predicate<FieldPath> hidden) {
        return SECTION;
    }

    @Override
    public List<String> proposal(Options live, Predicate<FieldPath> hidden) {
        return SECTION;
    }

    @Override
    public List<String> explanation(Options live, Predicate<FieldPath> chosen) {
        return List.of(
                "# Auth0 never shows the secrets of an Action. Set the environment variables to your API key and secret.");
    }

    @Override
    public Map<String, FieldPath> variables(Options live, Predicate<FieldPath> hidden) {
        Map<String, FieldPath> variables = new TreeMap<>();
        variables.put(API_KEY, PhonePaths.API_KEY);
        variables.put(API_SECRET, PhonePaths.API_SECRET);
        return variables;
    }

    @Override
    public Optional<String> variable(Options live, FieldPath path) {
        return Optional.empty();
    }
}
