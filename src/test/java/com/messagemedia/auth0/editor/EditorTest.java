package com.messagemedia.auth0.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.messagemedia.auth0.schema.DescriptorSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody sees who writes a descriptor in an editor: yaml-language-server with the published schema. */
@AsksAnEditor
class EditorTest {

    private static List<CompletionItem> offers(Editor editor, Draft draft, Position place) {
        String uri = editor.open(draft.text());
        List<CompletionItem> offers = editor.offers(uri, place);
        editor.close(uri);
        return offers;
    }

    static Map<List<String>, List<SchemaKey>> sections() {
        return SchemaKey.all().stream()
                .collect(Collectors.groupingBy(SchemaKey::parent, LinkedHashMap::new, Collectors.toList()));
    }

    static Stream<List<String>> parents() {
        return sections().entrySet().stream()
                .filter(section -> section.getValue().stream().anyMatch(SchemaKey::named))
                .map(Map.Entry::getKey);
    }

    /** At its place each key is offered once, with what the schema says about it. */
    @ParameterizedTest
    @MethodSource("parents")
    void offersEachKeyWithItsDescription(List<String> parent, Editor editor) {
        Draft draft = new Draft().open(parent);
        List<CompletionItem> offers = offers(editor, draft, draft.cursor(parent)).stream()
                .filter(offer -> offer.getKind() == CompletionItemKind.Property)
                .toList();
        assertThat(offers.stream().map(offer -> offer.getLabel() + ": " + explanation(offer)))
                .containsExactlyInAnyOrderElementsOf(sections().get(parent).stream()
                        .filter(SchemaKey::named)
                        .map(key -> key.name() + ": " + key.description())
                        .toList());
    }

    private static String explanation(CompletionItem offer) {
        return offer.getDocumentation().map(Function.identity(), markup -> markup.getValue());
    }

    /** A section that somebody picks comes without keys that only one delivery takes. */
    @Test
    void fillsInNoKeyThatNobodyAskedFor(Editor editor) {
        Draft draft = new Draft();
        assertThat(offers(editor, draft, draft.cursor(List.of())).stream()
                        .filter(offer -> offer.getLabel().equals("messageMedia"))
                        .map(offer -> offer.getInsertText().strip()))
                .containsExactly("messageMedia:");
    }

    static Stream<SchemaKey> keysOfWords() {
        return SchemaKey.all().stream().filter(key -> !key.words().isEmpty());
    }

    /** Where a key takes one of a few words, these are offered. */
    @ParameterizedTest
    @MethodSource("keysOfWords")
    void offersTheWordsThatAKeyTakes(SchemaKey key, Editor editor) {
        Draft draft = new Draft().open(key.parent());
        Position place = draft.add(key.parent(), key.name(), "x");
        int column = place.getCharacter() + key.name().length() + 1;
        assertThat(offers(editor, draft, new Position(place.getLine(), column)))
                .extracting(CompletionItem::getLabel)
                .containsExactlyInAnyOrderElementsOf(key.words());
    }

    /** A descriptor with each key that there is, so nothing in it is wrong, and each key explains itself. */
    @Test
    void explainsEachKeyUnderTheMouse(Editor editor) {
        assertThat(explained(editor, key -> key.value())).hasSizeGreaterThan(120);
    }

    /** The same where each value that may be a reference is one. */
    @Test
    void explainsAKeyWhoseValueIsAReference(Editor editor) {
        assertThat(explained(editor, key -> key.takesAReference() ? "${env.VALUE}" : key.value()))
                .anyMatch(SchemaKey::takesAReference);
    }

    private static List<SchemaKey> explained(Editor editor, Function<SchemaKey, Object> values) {
        Draft draft = new Draft();
        Map<SchemaKey, Position> places = new LinkedHashMap<>();
        for (SchemaKey key : SchemaKey.all()) {
            String value = sections().containsKey(key.path()) ? "" : json(values.apply(key));
            places.put(key, draft.add(key.parent(), key.name(), value));
        }
        String uri = editor.open(draft.text());
        assertThat(editor.marks(uri)).isEmpty();
        assertThat(places.entrySet().stream()
                        .flatMap(entry -> wrong(entry.getKey(), editor.hover(uri, entry.getValue()))))
                .isEmpty();
        editor.close(uri);
        return List.copyOf(places.keySet());
    }

    private static Stream<String> wrong(SchemaKey key, String shown) {
        String expected = plain("#### " + key.title() + "\n\n" + key.description() + "\n\n");
        return plain(shown).startsWith(expected)
                ? Stream.empty()
                : Stream.of(String.join(" ", key.path()) + " shows " + shown);
    }

    /** JSON in one line is YAML. */
    private static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Without the signs that keep Markdown from reading letters as its own. */
    private static String plain(String markdown) {
        return markdown.replaceAll("[\\\\]|&nbsp;", "").replaceAll("[ ]+", " ");
    }

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("config-examples"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void marksNothingInAnExample(Path example, Editor editor) throws IOException {
        String text = Files.readString(example);
        assertThat(text).contains(Draft.PUBLISHED);
        assertThat(editor.marksOf(text.replace(Draft.PUBLISHED, Draft.address())))
                .isEmpty();
    }

    /** A file of environments has a schema of its own, which takes an environment from the descriptor's. */
    @Test
    void knowsAFileOfEnvironments(Editor editor) {
        String line = "# yaml-language-server: $schema="
                + Draft.address().replace("messagemedia-auth0", "messagemedia-environments") + "\n";
        assertThat(editor.marksOf(line + "prod-eu: {protected: true, tenant: {domain: a.eu.auth0.com}}\ndev:\n"))
                .isEmpty();
        assertThat(editor.marksOf(line + "prod-eu: {tenant: {domian: a.eu.auth0.com}}\na b: {}\n"))
                .containsExactlyInAnyOrder("1 Property domian is not allowed.", "2 Property a b is not allowed.");
    }

    /** The first line of a file may name a schema beside it, which needs no network. */
    @Test
    void readsASchemaBesideTheFile(@TempDir Path folder, Editor editor) throws IOException {
        Files.writeString(folder.resolve(DescriptorSchema.RESOURCE), DescriptorSchema.text());
        String uri = folder.resolve("messagemedia-auth0.yaml").toUri().toString();
        editor.open(uri, "# yaml-language-server: $schema=" + DescriptorSchema.RESOURCE + "\nversion: 2\n");
        assertThat(editor.marks(uri)).hasSize(2);
        editor.close(uri);
    }
}
