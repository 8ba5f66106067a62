package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.model.Fault;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A value that the user gives with a parameter, or as the answer to a question.
 *
 * @param parameter the parameter's property
 * @param text the question
 * @param reading takes what a person pastes for the value that is meant
 * @param valid whether a value is valid
 * @param expected the message for a value that is not
 * @param example the parameter as an example
 * @param usual what an empty answer means
 */
record Question(
        String parameter,
        String text,
        UnaryOperator<String> reading,
        Predicate<String> valid,
        String expected,
        String example,
        Optional<String> usual) {

    /** A problem and its remedy. */
    record Wrong(String problem, String remedy) {}

    /** What is wrong with the parameter's value. */
    Optional<Wrong> wrong(Optional<String> given) {
        return given.filter(answer -> !valid.test(reading.apply(answer)))
                .map(answer -> new Wrong(parameter + " is \"" + answer + "\".", expected));
    }

    /**
     * Asks until the answer is valid.
     *
     * @throws Fault when the input ends
     */
    String ask(Function<String, Optional<String>> terminal) {
        // The reason for asking again is part of the question: with -q the log would hide it.
        String question = text;
        while (true) {
            String answer = PastedText.bare(answer(question, terminal));
            String meant = answer.isEmpty() ? usual.orElse("") : reading.apply(answer);
            if (valid.test(meant)) {
                return meant;
            }
            question = expected + "\n" + text;
        }
    }

    private String answer(String question, Function<String, Optional<String>> terminal) {
        return terminal.apply(question)
                .orElseThrow(() -> new Fault(
                        "The input ended before " + parameter + " was answered. No file was written.",
                        "Run the goal again, or add " + example + "."));
    }
}
