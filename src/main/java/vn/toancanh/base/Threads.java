package vn.toancanh.base;

import java.util.concurrent.ThreadFactory;

/** The one place where threads are made, so that each has a name that says what it does. */
public final class Threads {
    private Threads() {}

    /** An unstarted daemon platform thread. */
    public static Thread daemon(String name, Runnable work) {
        return Thread.ofPlatform().daemon().name(name).unstarted(work);
    }

    /** An unstarted virtual thread, for work that mostly waits. */
    public static Thread virtual(String name, Runnable work) {
        return Thread.ofVirtual().name(name).unstarted(work);
    }

    /** A factory of daemon platform threads named {@code name-1}, {@code name-2} and so on. */
    public static ThreadFactory daemons(String name) {
        return Thread.ofPlatform().daemon().name(name + "-", 1).factory();
    }
}
