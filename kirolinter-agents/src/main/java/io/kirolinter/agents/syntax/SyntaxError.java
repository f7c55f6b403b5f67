package io.kirolinter.agents.syntax;

/**
 * A place where a file is not Java, as the running JDK knows it.
 *
 * @param line from 1
 * @param message the parser's, in English, one line
 */
public record SyntaxError(int line, String message) {}
