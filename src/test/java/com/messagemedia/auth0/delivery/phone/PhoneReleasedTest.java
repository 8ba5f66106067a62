package com.messagemedia.auth0.delivery.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.gateway.GatewayDelivery;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.plan.Plan.Notice;
import com.messagemedia.auth0.sandbox.StartingTenant;
import com.messagemedia.auth0.testing.Rehearsal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the descriptor no longer names stays in Auth0: the plan says so once, and the record forgets it. */
final class PhoneReleasedTest extends PhoneRehearsal {

    private static final String TEMPLATE = """
            phoneProvider:
              templates:
                otp_verify: {text: "{{ code }} is your code"}
            """;
    private static final String ALL =
            "action, binding, phoneProvider stay in Auth0 as they are; this descriptor no longer manages them.";

    /** The sentences of the plan's notes about what a delivery knows. */
    private List<String> notes() {
        return rehearsal.plan().plan().notices().stream()
                .filter(notice -> notice instanceof Notice.OfDelivery && !notice.isWarning())
                .map(notice -> ((Notice.OfDelivery) notice).sentence())
                .toList();
    }

    /** The plan says it, and after the apply neither it nor the record does. */
    private void assertToldOnce(String sentence) {
        List<String> notes = notes();
        assertThat(notes).containsExactly(sentence);
        assertThat(rehearsal.plan().plan().counts().removed()).isZero();
        assertThat(rehearsal.apply(takingOver()).outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(notes()).isEmpty();
        assertStable();
    }

    @Test
    void templateOfTheOnlyType() {
        on(StartingTenant.MODERN, PHONE, TEMPLATE);
        rehearsal.apply();
        assertThat(notes()).isEmpty();
        rehearsal.describe(PHONE);
        assertToldOnce("phoneTemplate.otp_verify stays in Auth0 as it is; this descriptor no longer manages it.");
        assertThat(colleague().template("otp_verify").id()).isPresent();
    }

    @Test
    void oneTemplateOfTwo() {
        on(StartingTenant.MODERN, PHONE, TEMPLATE + "    otp_enroll: {text: \"{{ code }} enrolls you\"}\n");
        rehearsal.apply();
        rehearsal.describe(PHONE, TEMPLATE);
        assertToldOnce("phoneTemplate.otp_enroll stays in Auth0 as it is; this descriptor no longer manages it.");
    }

    @Test
    void oneKeyOfATemplate() {
        on(StartingTenant.MODERN, PHONE, TEMPLATE.replace("code\"}", "code\", disabled: false}"));
        rehearsal.apply();
        rehearsal.describe(PHONE, TEMPLATE);
        assertToldOnce(
                "phoneTemplate.otp_verify.disabled stays in Auth0 as it is; this descriptor no longer manages it.");
    }

    @Test
    void wholeProviderOfAnotherDescriptor() {
        on(StartingTenant.MODERN, PHONE);
        rehearsal.apply();
        rehearsal.describe(PHONE, "phoneProvider: {manage: false}\noptions: {totp: {length: 4}}\n");
        assertToldOnce(ALL);
        assertThat(colleague().counts()).containsExactly(1, 1, 1);
    }

    @Test
    void deliveryChangedBack() {
        on(StartingTenant.MODERN, PHONE);
        rehearsal.apply();
        rehearsal.delivering(new GatewayDelivery()).describe(Rehearsal.MESSAGE_MEDIA);
        assertToldOnce(ALL);
        assertThat(colleague().counts()).containsExactly(1, 1, 1);
    }

    @Test
    void templateThatIsListedForRemovalIsNotSaidToStay() {
        on(StartingTenant.MODERN, PHONE, TEMPLATE);
        rehearsal.apply();
        rehearsal.describe(PHONE, "remove: [phoneTemplate.otp_verify]\n");
        assertThat(notes()).isEmpty();
    }
}
