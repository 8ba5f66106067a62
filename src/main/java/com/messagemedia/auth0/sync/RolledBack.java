package com.messagemedia.auth0.sync;

import com.messagemedia.auth0.plan.Plan;
import java.util.Optional;

/**
 * What a rollback came to.
 *
 * @param applied the write
 * @param next what the next apply of the descriptor would do; empty where nothing was written, or nobody can tell
 */
public record RolledBack(Applied applied, Optional<Plan> next) {}
