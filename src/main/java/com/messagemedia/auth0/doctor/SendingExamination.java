package com.messagemedia.auth0.doctor;

import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.messagemedia.AskedAccounts;
import com.messagemedia.auth0.messagemedia.Region;
import com.messagemedia.auth0.model.CheckResult;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.sms.CodeTemplate;
import com.messagemedia.auth0.sms.SmsText;
import com.messagemedia.auth0.sms.SmsText.Encoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The links from Auth0 to the phone: the gateway, its token, MessageMedia's account, the sender, the text.
 *
 * @param tenant the tenant; one on loopback has its own gateway and MessageMedia
 * @param region where the MessageMedia account is
 * @param http how requests are made
 * @param asked what MessageMedia has said in this run
 */
public record SendingExamination(TenantAddress tenant, Region region, HttpSettings http, AskedAccounts asked) {

    List<CheckResult> of(Options options) {
        List<CheckResult> links = new ArrayList<>();
        if (OptionPaths.usesGateway(options)) {
            GatewayExamination gateway = new GatewayExamination(options, tenant);
            links.add(gateway.address(http));
            links.add(gateway.token());
            links.addAll(new AccountExamination(options, gateway.host()).links(this));
        }
        links.add(TextExamination.of(options));
        return links;
    }

    /** The text of the message: whether it holds the code, and how many parts it has. */
    static final class TextExamination {

        private static final String TEMPLATE = "template";

        private TextExamination() {}

        /** Examines the text of a phone template, which is Liquid, with the code's length in these options. */
        static CheckResult of(String phoneTemplate, Options options) {
            return of(options.with(OptionPaths.TEMPLATE, Value.of(phoneTemplate))
                    .with(OptionPaths.SYNTAX, Value.of("liquid")));
        }

        static CheckResult of(Options options) {
            String template = OptionPaths.text(options, OptionPaths.TEMPLATE).orElse(CodeTemplate.USUAL);
            Optional<String> syntax = OptionPaths.text(options, OptionPaths.SYNTAX);
            boolean liquid = syntax.filter("liquid"::equals).isPresent();
            // Auth0 does not document which syntax it uses by default.
            boolean holdsCode = (!liquid && CodeTemplate.hasMacro(template))
                    || ((liquid || syntax.isEmpty()) && CodeTemplate.hasVariable(template));
            if (!holdsCode) {
                return CheckResult.broken(
                        TEMPLATE,
                        "it has no place for the code",
                        liquid
                                ? "Write {{ code }} where the code belongs."
                                : "Write @@password@@ where the code" + " belongs.");
            }
            Optional<String> doubt = CodeTemplate.doubt(template, syntax);
            if (doubt.isPresent()) {
                return CheckResult.warning(
                        TEMPLATE,
                        "it may send a message without the code: " + doubt.get(),
                        "Write {{ code }} in each branch, or outside all of them, and close each tag.");
            }
            if (CodeTemplate.hasTags(template)) {
                return CheckResult.unknown(TEMPLATE, "its length depends on its Liquid tags", "");
            }
            String code = "0".repeat(CodeTemplate.length(options.get(OptionPaths.TOTP_LENGTH)));
            return measured(SmsText.measure(CodeTemplate.render(template, code)), CodeTemplate.insertsMore(template));
        }

        private static CheckResult measured(SmsText text, boolean atLeast) {
            String found = (atLeast ? "at least " : "") + text.units() + " characters"
                    + (text.encoding() == Encoding.GSM_7 ? "" : " in UCS-2, because of " + foreign(text)) + ", "
                    + text.parts() + (text.parts() == 1 ? " part" : " parts");
            if (text.parts() == 1) {
                return CheckResult.ok(TEMPLATE, found);
            }
            return CheckResult.warning(
                    TEMPLATE,
                    found,
                    "MessageMedia charges each part. Shorten the template"
                            + (text.encoding() == Encoding.GSM_7
                                    ? "."
                                    : ", or remove these characters: one part then holds 160."));
        }

        private static String foreign(SmsText text) {
            return String.join(" ", text.nonGsmCharacters());
        }
    }
}
