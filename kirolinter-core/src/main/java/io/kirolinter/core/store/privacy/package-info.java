/** The boundary that everything passes before a store keeps it, so that no store keeps a secret. */
@NullMarked
package io.kirolinter.core.store.privacy;

import org.jspecify.annotations.NullMarked;
