package com.messagemedia.benchmarks.floor;

import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Does nothing. */
@Mojo(name = "nothing", defaultPhase = LifecyclePhase.VALIDATE, requiresProject = false, threadSafe = true)
public final class NothingMojo extends AbstractMojo {

    @Override
    public void execute() {}
}
