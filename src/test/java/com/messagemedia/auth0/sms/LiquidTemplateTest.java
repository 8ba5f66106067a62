package com.messagemedia.auth0.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a Liquid template does with the code. */
class LiquidTemplateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "{{ code }} {{ user.name | upcase }} ! ",
                "{{ 'a' | append: b }}{{ 1 }} ! ",
                "{% assign a = code %}{{ a }} ! ",
                "{% capture a %}x{% endcapture %}{{ a }} ! ",
                "{% for a in user.list %}{{ a }}{{ forloop.index }}{% endfor %} ! ",
                "{% comment %}{{ nothing }}{% endcomment %} ! ",
                "{{ usr.name }} ! usr",
                "{{ password }} ! password",
                "{{- Code -}} ! Code",
            })
    void namesTheFirstVariableThatNobodySets(String template, String unknown) {
        assertThat(LiquidTemplate.read(template, Set.of("code")).unknown(Set.of("code", "user")))
                .isEqualTo(Optional.ofNullable(unknown));
    }

    @Test
    void codeHasTheNamesThatTheReaderSays() {
        assertThat(LiquidTemplate.read("{{ password }}", Set.of("code")).usesCode())
                .isFalse();
        assertThat(LiquidTemplate.read("{{ code }}", Set.of("code")).doubt()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ code }}",
                "{{-code-}}",
                "{{password}}",
                "{{ code | slice: 0, 3 }} {{ code | slice: 3, 3 }}",
                "{{ 'Code: ' | append: code }}",
                "{% assign c = code %}Your code: {{ c }}",
                "{%- assign c = code -%}{% assign d = c %}Your code: {{ d }}",
                "{% capture c %}Code {{ code }}{% endcapture %}{{ c }}",
                "{% echo code %}",
                "{% if application.name %}{{ application.name }}: {% endif %}{{ code }}",
                "{% if a %}A {{ code }}{% elsif b %}B {{ code }}{% else %}C {{ code }}{% endif %}",
                "{% unless a %}{{ code }}{% else %}{{ password }}{% endunless %}",
                "{% case a %}{% when 1 %}{{ code }}{% when 2 %}{{ code }}{% else %}{{ code }}{% endcase %}",
                "{% for a in b %}{{ a }}{% endfor %}{{ code }}",
                "{% comment %}{{ nothing }}{% endcomment %}{{ code }}",
                "{% raw %}{{ nothing {% endraw %}{{ code }}"
            })
    void takesATemplateWhoseEveryMessageHoldsTheCode(String template) {
        LiquidTemplate read = LiquidTemplate.read(template);
        assertThat(read.usesCode()).isTrue();
        assertThat(read.doubt()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "{% if a %}{{ code }}{% endif %} ! if has no else that holds it",
                "{% if a %}{{ code }}{% else %}Hello{% endif %} ! a branch of if lacks it",
                "{% if a %}Hello{% else %}{{ code }}{% endif %} ! a branch of if lacks it",
                "{% if a %}{% if b %}{{ code }}{% endif %}{% else %}{{ code }}{% endif %} ! a branch of if lacks it",
                "{% unless a %}{{ code }}{% endunless %} ! unless has no else that holds it",
                "{% case a %}{% when 1 %}{{ code }}{% endcase %} ! case has no else that holds it",
                "{% for a in b %}{{ code }}{% endfor %} ! for has no else that holds it",
                "{% comment %}{{ code }}{% endcomment %} ! the code is only inside comment or raw, which do not send it",
                "{% raw %}{{ code }}{% endraw %} ! the code is only inside comment or raw, which do not send it",
                "{% if code %}Hello{% endif %} ! no output holds the code",
                "{% assign c = code %}Hello ! no output holds the code",
                "{% assign c = code %}{{ d }} ! no output holds the code",
                "{{ code }}{% if a %}Hello ! the tag if is not closed",
                "{{ code }}{% comment %}Hello ! the tag comment is not closed",
                "{{ code }}{% if a ! {% is not closed",
                "{{ code }} and {{ code ! {{ is not closed"
            })
    void doubtsATemplateThatCanSendNoCode(String template, String doubt) {
        LiquidTemplate read = LiquidTemplate.read(template);
        assertThat(read.usesCode()).isTrue();
        assertThat(read.doubt()).contains(doubt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Your code",
                "{{ cod }}",
                "{{ user.code }}",
                "{{ 'code' }}",
                "{{ \"code\" }}",
                "{{ code",
                "{% assign c = code",
                "{% assign code_length = 6 %}{{ code_length }}",
                "{% endif %}{% else %}"
            })
    void refusesATemplateThatUsesNoCode(String template) {
        assertThat(LiquidTemplate.read(template).usesCode()).isFalse();
    }

    @Test
    void readsNoDeeperThanAHundredLevels() {
        String deep = "{% if a %}".repeat(20_000) + "{{ code }}";
        assertThat(LiquidTemplate.read(deep).usesCode()).isTrue();
        assertThat(LiquidTemplate.read(deep).doubt()).isPresent();
    }
}
