package com.messagemedia.auth0.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The schema that editors fetch is the one that the plugin checks with. */
final class PublishedSchemaTest {

    private static final String NAME = "messagemedia-auth0-1.schema.json";

    @Test
    void publishesTheSchemaThatIsInTheJar() {
        Path published = Path.of("docs/schema", NAME);
        Path packaged = Path.of("src/main/resources/com/messagemedia/auth0/schema", NAME);
        assertThat(published).hasSameTextualContentAs(packaged);
    }

    /** The schema of a file of environments takes the names and the keys of the descriptor's own schema. */
    @Test
    void publishesASchemaForAFileOfEnvironments() throws IOException {
        Map<?, ?> all = new Yaml().load(DescriptorSchema.text());
        Map<?, ?> own = (Map<?, ?>) ((Map<?, ?>) all.get("properties")).get("environments");
        Map<?, ?> file =
                new Yaml().load(Files.readString(Path.of("docs/schema/messagemedia-environments-1.schema.json")));
        Object pattern =
                ((Map<?, ?>) own.get("patternProperties")).keySet().iterator().next();
        assertThat(own.get("patternProperties")).isEqualTo(Map.of(pattern, Map.of("$ref", "#/$defs/environment")));
        assertThat(file.get("patternProperties"))
                .isEqualTo(Map.of(pattern, Map.of("$ref", NAME + "#/$defs/environment")));
        assertThat(file.get("additionalProperties")).isEqualTo(false);
        assertThat(file.get("$id").toString().replace("environments", "auth0")).isEqualTo(all.get("$id"));
    }
}
