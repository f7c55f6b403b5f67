/** Puts fixes into the files of a checkout, and takes them back, byte for byte. */
@NullMarked
package io.kirolinter.agents.fix.apply;

import org.jspecify.annotations.NullMarked;
