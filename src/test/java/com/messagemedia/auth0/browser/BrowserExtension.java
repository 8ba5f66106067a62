package com.messagemedia.auth0.browser;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts one browser for a class of tests and ends it with the class. */
final class BrowserExtension implements ExecutionCondition, ParameterResolver {

    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(BrowserExtension.class);

    private final Optional<Path> chromium = Programs.find("chromium", "chromium-browser", "google-chrome");
    private final Optional<Path> driver = Programs.find("chromedriver");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (chromium.isPresent() && driver.isPresent()) {
            return ConditionEvaluationResult.enabled("Chromium and ChromeDriver are here.");
        }
        if (context.getTestMethod().isPresent()) {
            return ConditionEvaluationResult.enabled("The class decides.");
        }
        return Programs.missing(context.getRequiredTestClass().getSimpleName()
                + " needs a browser: chromium and chromedriver are not both on the PATH.");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext ofTheClass = context;
        while (ofTheClass.getTestMethod().isPresent()) {
            ofTheClass = ofTheClass.getParent().orElseThrow();
        }
        return ofTheClass
                .getStore(SPACE)
                .computeIfAbsent(
                        Browser.class,
                        type -> new Browser(chromium.orElseThrow(), driver.orElseThrow()),
                        Browser.class);
    }
}
