package com.messagemedia.auth0.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of tests that look at pages in Chromium. Each test may take a {@link Browser}; all tests of the class share
 * one. They are skipped where Chromium or ChromeDriver is not on the PATH, and fail there if CI is true.
 */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface InBrowser {}
