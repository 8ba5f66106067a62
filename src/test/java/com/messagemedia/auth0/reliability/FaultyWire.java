package com.messagemedia.auth0.reliability;

import com.messagemedia.auth0.testing.CapturedExchange;
import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The wire to the tenant, on which a fault strikes the first request of a step; it counts what arrives. */
final class FaultyWire extends Filter {

    private final Strike strike;
    private final Step struck;
    private final Runnable atTheStep;
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Step> seen = new ArrayList<>();
    private boolean calm;

    /**
     * A wire.
     *
     * @param atTheStep done before the struck request is processed, where the fault is none of the wire's own; for faults of
     *     the connection, after the request before it
     */
    FaultyWire(Strike strike, Step struck, Runnable atTheStep) {
        this.strike = strike;
        this.struck = struck;
        this.atTheStep = atTheStep;
    }

    /** From now on nothing strikes. */
    synchronized void calm() {
        calm = true;
        over.countDown();
    }

    /** The requests so far, a letter each. */
    synchronized String letters() {
        return seen.stream().map(Step::letter).collect(Collectors.joining());
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        Step step = Step.of(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        boolean strikes = strikes(step);
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (breaksBefore(step)) {
            CapturedExchange captured = new CapturedExchange(exchange, body);
            chain.doFilter(captured);
            atTheStep.run();
            if (losesThePatch(step)) {
                throw new IOException("the reply is lost, so that the connection is read again");
            }
            exchange.getResponseHeaders().set("Connection", "close");
            captured.deliver(UnaryOperator.identity());
        } else if (losesThePatch(step)) {
            chain.doFilter(new CapturedExchange(exchange, body));
            throw new IOException("the reply is lost, so that the connection is read again");
        } else if (!strikes) {
            pass(exchange, body, chain);
        } else if (strike == Strike.CHANGED) {
            atTheStep.run();
            pass(exchange, body, chain);
        } else {
            new FaultyReplies(exchange, body, chain, over).give(strike);
        }
    }

    private static void pass(HttpExchange exchange, byte[] body, Chain chain) throws IOException {
        CapturedExchange captured = new CapturedExchange(exchange, body);
        chain.doFilter(captured);
        captured.deliver(UnaryOperator.identity());
    }

    private synchronized boolean strikes(Step step) {
        seen.add(step);
        boolean first = seen.indexOf(step) == seen.size() - 1;
        return !calm && !strike.isOfTheConnection() && step == struck && (first || strike.lasts());
    }

    /** Whether this is the request after which no new connection can be made. */
    private synchronized boolean breaksBefore(Step step) {
        if (calm || !strike.isOfTheConnection() || struck == Step.TOKEN) {
            return false;
        }
        return step == before() && seen.indexOf(step) == seen.size() - 1;
    }

    private Step before() {
        return switch (struck) {
            case PATCH, SECOND_PAGE -> Step.LIST;
            default -> Step.values()[struck.ordinal() - 1];
        };
    }

    /** The connection is read again only where the reply to the PATCH is lost. */
    private synchronized boolean losesThePatch(Step step) {
        return !calm && struck == Step.READING_AGAIN && step == Step.PATCH && seen.indexOf(step) == seen.size() - 1;
    }

    @Override
    public String description() {
        return "faulty wire";
    }
}
