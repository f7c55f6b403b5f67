/** With which libraries, and for which Java, code is compiled, as far as that is cheap to know. */
@NullMarked
package io.kirolinter.agents.fix.classpath;

import org.jspecify.annotations.NullMarked;
