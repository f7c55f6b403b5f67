/** Which libraries the code of a repository is compiled with, as far as that is cheap to know. */
@NullMarked
package io.kirolinter.agents.fix.classpath;

import org.jspecify.annotations.NullMarked;
