package com.messagemedia.auth0.descriptor;

/** What references a key of the descriptor takes. */
enum ReferenceUse {
    /** None: a review must see the value itself. */
    NONE,
    /** To properties only: logs, reports and file names show the value. */
    PROPERTIES,
    /** To the environment or a file as the whole value, which has to be one of a few words or a number; to properties anywhere. */
    WORD,
    /** To the environment or a file as the whole value; to properties anywhere. */
    WHOLE,
    /** All of them, with text around them. */
    PART
}
