package com.messagemedia.auth0.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.messagemedia.auth0.testing.ClassesAgain;
import java.net.MalformedURLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

final class OfflineTest {

    private static final Pattern NETWORK =
            Pattern.compile("(okhttp3|okio|retrofit2|com\\.squareup|kotlin|java\\.net\\.http|com\\.sun\\.net)\\..*");

    /** Has no network class, and notes each that is asked for. */
    private static final class Watching extends ClassesAgain {
        private final List<String> network = new ArrayList<>();

        Watching() throws MalformedURLException {}

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (NETWORK.matcher(name).matches()) {
                network.add(name);
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }

    @Test
    void validatesWithoutLoadingAnyNetworkClass() throws Exception {
        try (Watching loader = new Watching()) {
            Callable<?> check = (Callable<?>) loader.loadClass(OfflineCheck.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();

            assertThat(check.call()).isEqualTo("[] [dev, prod]");
            assertThat(check.getClass()).isNotEqualTo(OfflineCheck.class);
            assertThat(loader.network).isEmpty();
            assertThatThrownBy(() -> loader.loadClass(OkHttpClient.class.getName()))
                    .isInstanceOf(ClassNotFoundException.class);
            assertThat(loader.network).containsExactly(OkHttpClient.class.getName());
        }
    }
}
