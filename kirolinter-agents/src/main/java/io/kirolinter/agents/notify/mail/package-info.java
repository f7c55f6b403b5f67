/** The channel over SMTP; the only package that knows the mail library. */
@NullMarked
package io.kirolinter.agents.notify.mail;

import org.jspecify.annotations.NullMarked;
