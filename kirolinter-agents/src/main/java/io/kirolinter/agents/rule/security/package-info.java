/** Rules about code that an attacker can turn against its owner. */
@NullMarked
package io.kirolinter.agents.rule.security;

import org.jspecify.annotations.NullMarked;
