/**
 * Recommendations in the words of a language model, where somebody has set one up. It gets the
 * recommendations as they are and decides nothing; LangChain4j is known here only.
 */
@NullMarked
package io.kirolinter.analytics.wording;

import org.jspecify.annotations.NullMarked;
