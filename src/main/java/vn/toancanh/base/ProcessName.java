package vn.toancanh.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the system calls this process, in {@code ps}, {@code top} and for who signals processes by name: {@code comm} of {@code /proc/self}, proc(5). */
public final class ProcessName {
    /** As many characters as Linux keeps. */
    static final int LONGEST = 15;

    private ProcessName() {}

    /**
     * Takes a name in place of the program's, which is "java" for every one of ours. Systems without {@code /proc} keep theirs. Any thread.
     *
     * @throws IllegalArgumentException for a name that the system would cut
     */
    public static void take(String name) {
        if (name.length() > LONGEST) {
            throw new IllegalArgumentException(name + " is longer than " + LONGEST);
        }
        try {
            // Of the thread that began the process: a thread that names itself leaves the process's name as it is.
            Files.writeString(Path.of("/proc/self/comm"), name);
        } catch (IOException notHere) {
            // A name is a help and no more.
        }
    }
}
