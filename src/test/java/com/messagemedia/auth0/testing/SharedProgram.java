package com.messagemedia.auth0.testing;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands a running program to the tests of a class: it starts with the first test that takes it, and ends with the
 * class.
 *
 * @param <T> what a test takes
 */
public abstract class SharedProgram<T extends AutoCloseable> implements ExecutionCondition, ParameterResolver {

    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(SharedProgram.class);

    private final Class<T> type;

    protected SharedProgram(Class<T> type) {
        this.type = type;
    }

    /** What this machine lacks, as the second half of a sentence; empty if the program can start. */
    protected abstract Optional<String> missing();

    /** Starts the program. */
    protected abstract T start();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> missing = missing();
        if (missing.isEmpty() || context.getTestMethod().isPresent()) {
            return ConditionEvaluationResult.enabled("The class decides.");
        }
        return Programs.missing(context.getRequiredTestClass().getSimpleName() + " " + missing.get());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == type;
    }

    @Override
    public T resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext ofTheClass = context;
        while (ofTheClass.getTestMethod().isPresent()) {
            ofTheClass = ofTheClass.getParent().orElseThrow();
        }
        return ofTheClass.getStore(SPACE).computeIfAbsent(type, absent -> start(), type);
    }
}
