/** Channels over HTTP: plain webhooks, and those of Slack and Teams. */
@NullMarked
package io.kirolinter.agents.notify.web;

import org.jspecify.annotations.NullMarked;
