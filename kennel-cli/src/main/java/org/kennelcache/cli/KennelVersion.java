package org.kennelcache.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Gives the version that the jar's manifest states. */
final class KennelVersion implements IVersionProvider {

    KennelVersion() {}

    @Override
    public String[] getVersion() {
        String version = KennelVersion.class.getPackage().getImplementationVersion();
        return new String[] {"Kennel " + Objects.requireNonNullElse(version, "(unpackaged)")};
    }
}
