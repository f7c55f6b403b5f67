package io.kirolinter.agents.predict.model;

import io.kirolinter.agents.predict.content.Content;
import io.kirolinter.agents.predict.history.FileHistory;
import io.kirolinter.core.source.SourcePath;

/** All that is known of a file at one moment. */
public record FileFacts(SourcePath path, Content content, FileHistory history) {}
