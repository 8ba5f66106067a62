package com.messagemedia.auth0.editor;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of tests that ask yaml-language-server. Each test may take an {@link Editor}; all tests of the class share
 * one. They are skipped where it is not installed, and fail there if CI is true.
 */
@ExtendWith(EditorExtension.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface AsksAnEditor {}
