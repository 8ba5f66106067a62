package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.export.StarterDescriptor;
import com.messagemedia.auth0.model.SandboxDomain;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.sms.PastedNumber;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a person pastes as an answer. Each method returns the value that the descriptor needs, or the text as it is if it
 * cannot be that value; the caller then refuses it.
 */
final class PastedText {

    /** An address of a web page. Groups: the host; on loopback also scheme and port, which belong to the tenant's name there. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?://)?([a-z0-9.-]+?)\\.?(?::443)?(?:[/?#]\\S*)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern LOOPBACK =
            Pattern.compile("(http://(?:127\\.0\\.0\\.1|localhost):[0-9]+)(?:[/?#]\\S*)?", Pattern.CASE_INSENSITIVE);

    /** The host of Auth0's dashboard, which is no tenant. */
    private static final String DASHBOARD = "manage.auth0.com";

    private PastedText() {}

    /** The text without blanks, invisible marks and one pair of quotes around it. */
    static String bare(String text) {
        return text.replaceAll("\\p{Cf}", "")
                .replaceAll("\\A[\\s\\h]+|[\\s\\h]+\\z", "")
                .replaceAll("\\A(['\"`])(.*)\\1\\z", "$2");
    }

    /** The tenant's domain, from its name in any capitals or from the address of one of its pages. */
    static String domain(String text) {
        String bare = bare(text);
        if (SandboxDomain.isMeant(bare)) {
            return bare;
        }
        Optional<TenantAddress> whole = TenantAddress.parse(bare).filter(TenantAddress::isLoopback);
        if (whole.isPresent()) {
            return whole.get().domain();
        }
        Matcher loopback = LOOPBACK.matcher(bare);
        if (loopback.matches()) {
            return loopback.group(1).toLowerCase(Locale.ROOT);
        }
        Matcher address = ADDRESS.matcher(bare);
        String host = address.matches() ? address.group(1).toLowerCase(Locale.ROOT) : bare;
        return host.equals(DASHBOARD) ? bare : host;
    }

    /** Whether the text can be a tenant's domain. The dashboard of all tenants cannot. */
    static boolean isDomain(String text) {
        return StarterDescriptor.isDomain(text) && !text.equalsIgnoreCase(DASHBOARD);
    }

    /** The sender, from a number as people write it. */
    static String sender(String text) {
        String bare = bare(text);
        return PastedNumber.international(bare).orElse(bare);
    }

    /** The way of delivery, in any capitals and with blanks between its words. */
    static String delivery(String text) {
        String word = bare(text).replaceAll("[\\h_-]", "");
        for (String way : StarterDescriptor.DELIVERIES) {
            if (way.equalsIgnoreCase(word)) {
                return way;
            }
        }
        return bare(text);
    }

    /** The word yes or no, from its first letter or from true and false too. */
    static String yesOrNo(String text) {
        return switch (bare(text).toLowerCase(Locale.ROOT)) {
            case "y", "yes", "true" -> "yes";
            case "n", "no", "false" -> "no";
            default -> text;
        };
    }
}
