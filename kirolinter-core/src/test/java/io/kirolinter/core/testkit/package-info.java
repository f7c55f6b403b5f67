/** What tests of every module use: a settable clock, and contracts for implementers of a store. */
@NullMarked
package io.kirolinter.core.testkit;

import org.jspecify.annotations.NullMarked;
