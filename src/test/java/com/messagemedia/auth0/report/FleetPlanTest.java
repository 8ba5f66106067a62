package com.messagemedia.auth0.report;

import static com.messagemedia.auth0.report.FleetPlans.changes;
import static com.messagemedia.auth0.report.FleetPlans.company;
import static com.messagemedia.auth0.report.FleetPlans.conflict;
import static com.messagemedia.auth0.report.FleetPlans.failed;
import static com.messagemedia.auth0.report.FleetPlans.member;
import static com.messagemedia.auth0.report.FleetPlans.nothing;
import static com.messagemedia.auth0.report.FleetPlans.path;
import static com.messagemedia.auth0.report.FleetPlans.sender;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.merge.Decision.Changed;
import com.messagemedia.auth0.merge.Decision.How;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.Plan.Notice;
import com.messagemedia.auth0.report.FleetPlan.Member;
import com.messagemedia.auth0.report.FleetPlan.Shared;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plans of several environments, as Markdown and as a page. */
class FleetPlanTest {

    private static final String COMMAND =
            "mvn messagemedia:apply -Dmessagemedia.environment=all -Dmessagemedia.planFile=plan.json";

    private static String markdown(FleetPlan fleet) {
        return new FleetMarkdown(fleet, "plan.html", COMMAND).text();
    }

    private static String page(FleetPlan fleet) {
        return new FleetPage(fleet, COMMAND).text();
    }

    private static FleetPlan fleet(Member... members) {
        return new FleetPlan(List.of(members));
    }

    @Test
    void theCommentHasATableThenEachDistinctPlanOnce() {
        assertThat(markdown(fleet(
                        member("dev", changes(), Outcome.PENDING),
                        member("prod-eu", changes(), Outcome.PENDING),
                        member("prod-us", sender("+61491570110"), Outcome.PENDING),
                        member("test", nothing(), Outcome.NOTHING_TO_DO))))
                .isEqualTo("""
                        ## 📝 SMS login, 4 environments: 3 with changes, 1 with nothing to do

                        | Environment | Tenant | Add | Change | Remove | Conflict | Outcome |
                        |---|---|---:|---:|---:|---:|---|
                        | dev | acme-dev.eu.auth0.com | 1 | 1 | 1 |  | 📝 changes |
                        | prod-eu | acme-prod-eu.eu.auth0.com | 1 | 1 | 1 |  | 📝 changes |
                        | prod-us | acme-prod-us.eu.auth0.com |  | 1 |  |  | 📝 changes |
                        | test | acme-test.eu.auth0.com |  |  |  |  | ✅ nothing to do |

                        ### dev, prod-eu: 1 to add, 1 to change, 1 to remove

                        **Plan: 1 to add, 1 to change, 1 to remove, 0 conflicts. 1 option is removed, as listed; no other option is lost.**

                        | Change | Option | Auth0 holds | The descriptor says | Why |
                        |---|---|---|---|---|
                        | ➕ add | `provider` |  | `sms_gateway` |  |
                        | ✏️ change | `from` | `+15550100000` | `+61491570156` |  |
                        | ➖ remove | `twilio_sid` | `AC0` |  | no longer in the descriptor |

                        <details>
                        <summary>1 option stays as it is, 1 of them unmanaged</summary>

                        - `brute_force_protection`, unmanaged

                        </details>

                        ### prod-us: 1 to change

                        **Plan: 0 to add, 1 to change, 0 to remove, 0 conflicts. No live option is lost.**

                        Connection sms (con\\_prod-us).

                        | Change | Option | Auth0 holds | The descriptor says | Why |
                        |---|---|---|---|---|
                        | ✏️ change | `from` | `+15550100000` | `+61491570110` |  |

                        This applies exactly these plans: `%s`
                        """.formatted(COMMAND));
    }

    @Test
    void whatStopsComesFirst() {
        FleetPlan fleet = fleet(
                member("dev", changes(), Outcome.PENDING),
                member("prod-eu", conflict(), Outcome.REFUSED),
                failed("prod-us", "acme-prod-us.eu.auth0.com cannot be reached."),
                failed("prod-za", "acme-prod-us.eu.auth0.com cannot be reached."));
        assertThat(markdown(fleet))
                .startsWith("""
                        ## ⛔ SMS login, 4 environments: 2 failed, 1 cannot be applied, 1 with changes

                        > [!CAUTION]
                        > **Not all of these plans can be applied.**
                        > - Failed: prod-us, prod-za.
                        > - In conflict or refused: prod-eu.
                        """)
                .contains(
                        "| prod-us | acme-prod-us.eu.auth0.com |  | | |  | ⛔ nothing written |"
                                .replace("|  | | |  |", "|  | | |  |"),
                        "### What failed\n- **prod-us, prod-za:** acme-prod-us.eu.auth0.com cannot be reached. Check the network"
                                + " and the firewall.\n")
                .containsSubsequence("### What failed", "### prod-eu: 1 conflict", "### dev: 1 to add")
                .doesNotContain("messagemedia:apply -Dmessagemedia.planFile");
        assertThat(page(fleet))
                .contains("<p id=\"verdict\"><span aria-hidden=\"true\">✖</span> Not all of them can be applied</p>")
                .containsSubsequence("What failed", "Environments", "Plan 1: 1 conflict", "Plan 2: 1 to add");
    }

    @Test
    void fingerprintsOfATenantDoNotMakeAPlanDistinct() {
        Plans secret = Plans.of(new Changed(
                path("gateway_authentication.secret"), Value.of("one-secret-1"), Value.of("two-secret-2"), How.OWNED));
        Plans other = Plans.of(new Changed(
                path("gateway_authentication.secret"), Value.of("old-secret-1"), Value.of("new-secret-2"), How.OWNED));
        FleetPlan fleet = fleet(member("dev", secret, Outcome.PENDING), member("prod", other, Outcome.PENDING));
        assertThat(fleet.distinct())
                .singleElement()
                .satisfies(shared -> assertThat(shared.members()).hasSize(2));
        assertThat(markdown(fleet)).contains("`(secret, 12 characters)` | `(secret, 12 characters)`");
        assertThat(markdown(fleet(member("dev", secret, Outcome.PENDING))))
                .containsPattern("\\(secret #[0-9a-f]{4}, 12");
    }

    @Test
    void nothingToDoIsToldByTheTableAloneUnlessThereIsANotice() {
        FleetPlan fleet = fleet(
                member("dev", nothing(), Outcome.NOTHING_TO_DO),
                member("prod", nothing().notices(new Notice.UnmanagedGone(2)), Outcome.NOTHING_TO_DO));
        assertThat(markdown(fleet))
                .startsWith("## ✅ ")
                .contains("### prod: nothing to do")
                .doesNotContain("### dev");
        assertThat(page(fleet)).contains("Plan 1: nothing to do").doesNotContain("Plan 2", "messagemedia:apply");
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 200, 1_000})
    void aCommentStaysBelowItsLimitWhateverTheNumber(int size) {
        assertThat(markdown(company(size))).hasSizeLessThan(PlanMarkdown.LIMIT);
    }

    @Test
    void twoHundredDistinctPlansAreCountedWhereTheyDoNotFit() {
        List<Member> members = new ArrayList<>();
        for (int number = 1; number <= 200; number++) {
            members.add(member("prod-" + number, sender("+61491570" + (100 + number)), Outcome.PENDING));
        }
        String markdown = markdown(new FleetPlan(members));
        assertThat(markdown)
                .hasSizeBetween(40_000, PlanMarkdown.LIMIT - 1)
                .contains("<summary>The table of all 200 environments</summary>", "| prod-200 |", "### prod-1: ")
                .containsPattern("\\*\\d+ more plans are left out here, because a comment has a limited length\\. "
                        + "`plan\\.html` holds them\\.\\*");
        assertThat(page(new FleetPlan(members))).contains("Plan 200: 1 to change");
    }

    @Test
    void longNamesAndReasonsStayBelowTheLimit() {
        List<Member> members = new ArrayList<>();
        for (int number = 1; number <= 300; number++) {
            members.add(failed("&|*_".repeat(60) + number, "<&|@".repeat(900) + number));
        }
        assertThat(markdown(new FleetPlan(members)))
                .hasSizeLessThan(PlanMarkdown.LIMIT)
                .containsPattern("\\*\\d+ more environments are left out")
                .containsPattern("\\*\\d+ more reasons are left out");
    }

    @Test
    void idsOfThePageAreUniqueAndEachLinkLeadsSomewhere() {
        String page = page(company(24));
        List<String> ids = all("id=\"([^\"]*)\"", page);
        assertThat(ids).doesNotHaveDuplicates();
        Set<String> known = new HashSet<>(ids);
        assertThat(all("href=\"#([^\"]*)\"", page)).isNotEmpty().allMatch(known::contains);
        assertThat(all("aria-labelledby=\"([^\"]*)\"", page)).isNotEmpty().allMatch(known::contains);
        assertThat(page).doesNotContain("<script", "<link", "<img", "<iframe", "url(", "@import", "style=\"", "://");
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    @Test
    void aNameIsTextEverywhere() {
        String hostile = "<script>alert(1)</script>|@all\u001b[2J";
        FleetPlan fleet = fleet(member(hostile, changes(), Outcome.PENDING), failed(hostile + "2", hostile));
        assertThat(page(fleet)).doesNotContain("<script").doesNotContain("\u001b");
        assertThat(markdown(fleet))
                .doesNotContain("<script")
                .doesNotContain("\u001b")
                .doesNotContain(" @all");
    }

    @Test
    void environmentsThatShareAPlanAreNamedUpToTwelve() {
        List<Member> members = new ArrayList<>();
        for (int number = 1; number <= 14; number++) {
            members.add(member("e" + number, changes(), Outcome.PENDING));
        }
        Shared shared = new FleetPlan(members).distinct().get(0);
        assertThat(FleetPlan.names(shared.members()))
                .isEqualTo("e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, e11, e12 and 2 more");
        assertThat(page(new FleetPlan(members)))
                .contains(
                        "<p>14 environments: <strong>e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, e11, e12, e13, e14</strong>");
    }
}
