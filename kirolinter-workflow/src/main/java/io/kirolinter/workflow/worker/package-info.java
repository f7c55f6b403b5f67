/**
 * Workers: processes that take queued runs, from as many repositories and machines as there are.
 */
@NullMarked
package io.kirolinter.workflow.worker;

import org.jspecify.annotations.NullMarked;
