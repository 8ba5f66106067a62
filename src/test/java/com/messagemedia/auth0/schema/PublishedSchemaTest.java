package com.messagemedia.auth0.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The schema that editors fetch is the one that the plugin checks with. */
final class PublishedSchemaTest {

    private static final String NAME = "messagemedia-auth0-1.schema.json";

    @Test
    void publishesTheSchemaThatIsInTheJar() {
        Path published = Path.of("docs/schema", NAME);
        Path packaged = Path.of("src/main/resources/com/messagemedia/auth0/schema", NAME);
        assertThat(published).hasSameTextualContentAs(packaged);
    }
}
