package org.kennelcache.dogpile;

/** Who is given a value that is past its age, while it lasts. */
public enum StalePolicy {
    /** Nobody: whoever asks waits for the new value. */
    NEVER("never"),
    /** Those who ask while another caller makes the new value: none of them waits. */
    WHILE_REGENERATING("while-regenerating"),
    /**
     * The same, and also whoever makes the new value, if its creator fails: the failure is logged. A {@link
     * VirtualMachineError}, such as an {@link OutOfMemoryError}, is thrown all the same.
     */
    ON_ERROR("on-error");

    private final String name;

    StalePolicy(String name) {
        this.name = name;
    }

    /** The name in a configuration file. */
    @Override
    public String toString() {
        return name;
    }
}
