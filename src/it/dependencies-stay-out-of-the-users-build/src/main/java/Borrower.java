/** Compiles only where the plugin's own libraries are on the project's class path. */
final class Borrower {

    okhttp3.OkHttpClient http;
    org.yaml.snakeyaml.Yaml yaml;
    kotlin.Unit unit;
}
