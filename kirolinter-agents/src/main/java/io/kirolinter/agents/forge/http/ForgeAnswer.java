package io.kirolinter.agents.forge.http;

import io.kirolinter.core.json.ForeignJson;

/** What a forge answered: a status, and JSON, which is missing where there was no body. */
public record ForgeAnswer(int status, ForeignJson body) {}
