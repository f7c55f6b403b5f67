/** What an analyzer reports: findings, the rules they break, and the fixes that they carry. */
@NullMarked
package io.kirolinter.core.finding;

import org.jspecify.annotations.NullMarked;
