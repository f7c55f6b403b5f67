/** The analyzer {@code pmd}: PMD's rules, run in this process on the files of a snapshot. */
@NullMarked
package io.kirolinter.agents.pmd;

import org.jspecify.annotations.NullMarked;
