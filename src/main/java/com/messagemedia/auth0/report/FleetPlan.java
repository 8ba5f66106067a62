package com.messagemedia.auth0.report;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.report.PlanRow.Kind;
import com.messagemedia.auth0.report.PlanView.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a user reads about the plans of several environments. The Markdown and the page are written from it. Each text in it is
 * safe to print and holds no known secret.
 *
 * @param members the environments, in the order of the descriptor
 */
public record FleetPlan(List<Member> members) {

    private static final int MOST_NAMES = 12;

    /** Copies the list. */
    public FleetPlan {
        members = List.copyOf(members);
    }

    /**
     * One environment.
     *
     * @param environment its name
     * @param tenant its tenant
     * @param plan its plan; empty if there is none
     * @param outcome how the run ended for it
     * @param fault why it failed; empty if it did not
     */
    public record Member(
            String environment, String tenant, Optional<PlanView> plan, Outcome outcome, Optional<Fault> fault) {

        /** Makes the names safe to print. */
        public Member {
            environment = Printable.text(environment);
            tenant = Printable.text(tenant);
        }

        State state() {
            return plan.map(view -> switch (view.verdict()) {
                        case NOTHING_TO_DO -> State.NOTHING_TO_DO;
                        case APPLICABLE -> State.CHANGES;
                        case STOPPED -> State.STOPPED;
                    })
                    .orElse(State.FAILED);
        }

        /** How the environment stands, in a word or two. */
        String stateInWords() {
            return state() == State.FAILED ? outcome.word().replace('-', ' ') : state().words;
        }

        /** How many options an apply adds, changes, removes, and how many are in conflict; empty without a plan. */
        List<Long> counts() {
            return plan.map(view -> Stream.of(
                                    view.count(Kind.ADD),
                                    view.count(Kind.CHANGE),
                                    view.count(Kind.REMOVE),
                                    view.count(Kind.CONFLICT) + view.count(Kind.REFUSED))
                            .toList())
                    .orElse(List.of());
        }
    }

    /** How an environment stands after the plan. */
    enum State {
        FAILED("failed"),
        STOPPED("cannot be applied"),
        CHANGES("changes"),
        NOTHING_TO_DO("nothing to do");

        private final String words;

        State(String words) {
            this.words = words;
        }
    }

    /**
     * A plan, and the environments that share it.
     *
     * @param plan the plan; if several share it, without what differs by nature: its target and fingerprints
     */
    record Shared(List<Member> members, PlanView plan) {

        /** Whether a reader learns something from it that the table does not say. */
        boolean isTold() {
            return plan.verdict() != Verdict.NOTHING_TO_DO || !plan.notices().isEmpty();
        }

        /** Whether it is the plan of one environment, with its target and fingerprints. */
        boolean isOfOne() {
            return members.size() == 1;
        }
    }

    /** Returns each distinct plan once, those first that cannot be applied. */
    List<Shared> distinct() {
        Map<PlanView, List<Member>> distinct = new LinkedHashMap<>();
        members.forEach(member -> member.plan()
                .ifPresent(plan -> distinct.computeIfAbsent(plan.shared(), unused -> new ArrayList<>())
                        .add(member)));
        List<Shared> all = new ArrayList<>();
        distinct.forEach((plan, sharing) -> all.add(
                new Shared(sharing, sharing.size() == 1 ? sharing.get(0).plan().orElseThrow() : plan)));
        return Stream.concat(
                        all.stream().filter(shared -> shared.plan().verdict() == Verdict.STOPPED),
                        all.stream().filter(shared -> shared.plan().verdict() != Verdict.STOPPED))
                .toList();
    }

    /** Returns why environments have no plan: each reason once, as lines, with the environments that share it. */
    Map<List<String>, List<Member>> failures() {
        Map<List<String>, List<Member>> failures = new LinkedHashMap<>();
        members.stream()
                .filter(member -> member.state() == State.FAILED)
                .forEach(member -> failures.computeIfAbsent(reason(member), unused -> new ArrayList<>())
                        .add(member));
        return failures;
    }

    private static List<String> reason(Member member) {
        return member.fault()
                .map(fault -> Stream.concat(fault.problems().stream(), fault.remedies().stream())
                        .flatMap(String::lines)
                        .map(Printable::text)
                        .toList())
                .orElse(List.of("There is no plan."));
    }

    /** Returns the environments in this state. */
    List<Member> in(State state) {
        return members.stream().filter(member -> member.state() == state).toList();
    }

    /** Returns how the fleet stands as a whole. */
    Verdict verdict() {
        if (!isApplicable()) {
            return Verdict.STOPPED;
        }
        return in(State.CHANGES).isEmpty() ? Verdict.NOTHING_TO_DO : Verdict.APPLICABLE;
    }

    private boolean isApplicable() {
        return in(State.FAILED).isEmpty() && in(State.STOPPED).isEmpty();
    }

    /** Returns how many environments there are, such as {@code 12 environments}. */
    String size() {
        return members.size() == 1 ? "1 environment" : members.size() + " environments";
    }

    /** Returns how many environments are in each state, such as {@code 3 with changes, 9 with nothing to do}. */
    String counts() {
        return Stream.of(
                        part(State.FAILED, "failed"),
                        part(State.STOPPED, "cannot be applied"),
                        part(State.CHANGES, "with changes"),
                        part(State.NOTHING_TO_DO, "with nothing to do"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String part(State state, String words) {
        int count = in(state).size();
        return count == 0 ? "" : String.format(Locale.ROOT, "%d %s", count, words);
    }

    /** Returns the names of environments, of many only the first. */
    static String names(List<Member> members) {
        String named =
                members.stream().limit(MOST_NAMES).map(Member::environment).collect(Collectors.joining(", "));
        return members.size() > MOST_NAMES ? named + " and " + (members.size() - MOST_NAMES) + " more" : named;
    }
}
